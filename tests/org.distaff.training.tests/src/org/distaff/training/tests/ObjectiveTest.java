package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeNetworks;
import org.distaff.models.vae.VaeObjective;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.TransposedConvolution;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The β-VAE's loss against hand calculations and its gradient against differences, in float64. */
class ObjectiveTest {

    /** float64 throughout: rounding is near 1e-15, these sums have few terms. */
    private static final double TOLERANCE = 1e-12;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    @Test
    void klIsTheClosedForm() {
        try (PointerScope scope = new PointerScope()) {
            Tensor mean = AbstractTensor.create(new double[] {1, 0, 0, 2}, 2, 2);
            Tensor logVariance = AbstractTensor.create(new double[] {0, Math.log(4), 0, 0}, 2, 2);
            // ½(μ² + σ² − ln σ² − 1): first row ½·1 + ½(4 − ln 4 − 1), second row 0 + ½·4; mean over the two rows
            double expected = (0.5 + 0.5 * (3 - Math.log(4)) + 2) / 2;
            assertEquals(expected, new Vae.Posterior(mean, logVariance).kl().item_double(), TOLERANCE);
        }
    }

    @Test
    void samplesAreMeanPlusDeviationTimesNoise() {
        try (PointerScope scope = new PointerScope()) {
            Tensor mean = AbstractTensor.create(new double[] {1, -2}, 1, 2);
            Tensor logVariance = AbstractTensor.create(new double[] {Math.log(9), 0}, 1, 2); // σ = 3 and 1
            Tensor noise = AbstractTensor.create(new double[] {0.5, -1}, 1, 2);
            Tensor sample = new Vae.Posterior(mean, logVariance).sample(noise);
            DoublePointer values = new DoublePointer(sample.data_ptr());
            assertEquals(1 + 3 * 0.5, values.get(0), TOLERANCE);
            assertEquals(-2 - 1, values.get(1), TOLERANCE);
        }
    }

    @Test
    void reconstructionIsCrossEntropyPerObservation() {
        // all weights zero: posterior N(0, 1), so KL = 0, and every logit is the decoder's bias
        double bias = Math.log(3); // p = 3/4
        Network decoder = Network.of("decoder", new int[] {1},
                List.of(new Dense(1, 4), new Reshape(1, 2, 2)));
        VaeNetworks networks = small(decoder, List.of(new Flatten()), 4, 1);
        try (Vae vae = Vae.create(networks, Initialiser.GLOROT_UNIFORM, 0, torch.ScalarType.Double);
                PointerScope scope = new PointerScope()) {
            for (var network : vae.networks()) {
                network.parameters().forEach(p -> fill(p, 0));
            }
            fill(vae.networks().get(3).parameters().get(1), bias);
            Batch batch = new Batch(AbstractTensor.create(new double[] {1, 1, 0, 0, 1, 1, 1, 0}, 2, 1, 2, 2),
                    AbstractTensor.create(new double[] {0.3, -0.8}, 2, 1));
            Terms terms = new VaeObjective(vae, new Adam(1e-3), BetaVae.loss(Setting.of(7))).evaluate("step", batch);
            // five ones of cost −ln ¾ and three zeros of cost −ln ¼, over two observations
            double expected = (-5 * Math.log(0.75) - 3 * Math.log(0.25)) / 2;
            assertEquals(expected, terms.parts().get("reconstruction").item_double(), TOLERANCE);
            assertEquals(0, terms.parts().get("kl").item_double(), TOLERANCE);
            assertEquals(expected, terms.loss().item_double(), TOLERANCE);
        }
    }

    @Test
    void gradientIsThatOfTheLoss() {
        double beta = 3;
        // tanh everywhere: differences across a rectifier's kink would say nothing
        VaeNetworks networks = small(
                Network.of("decoder", new int[] {2},
                        List.of(new Dense(2, 4), new Activation(Function.TANH), new Reshape(1, 2, 2),
                                new TransposedConvolution(1, 1, 4, 2, 1, 0))),
                List.of(new Convolution(1, 2, 4, 2, 1), new Activation(Function.TANH), new Flatten()),
                8, 2);
        RandomGenerator random = RandomStreams.derive(3, "batch");
        try (Vae vae = Vae.create(networks, Initialiser.PYTORCH_DEFAULT, 3, torch.ScalarType.Double);
                PointerScope scope = new PointerScope()) {
            VaeObjective objective = new VaeObjective(vae, new Adam(1e-3), BetaVae.loss(Setting.of(beta)));
            Batch batch = new Batch(AbstractTensor.create(random.doubles(3 * 16).toArray(), 3, 1, 4, 4),
                    AbstractTensor.create(random.doubles(3 * 2, -1, 1).toArray(), 3, 2));
            List<Tensor> parameters = vae.networks().stream().flatMap(n -> n.parameters().stream()).toList();
            TensorVector gradients = torch.grad(new TensorVector(objective.evaluate("step", batch).loss()),
                    new TensorVector(parameters.toArray(Tensor[]::new)));
            int checked = 0;
            for (int p = 0; p < parameters.size(); p++) {
                DoublePointer gradient = new DoublePointer(gradients.get(p).contiguous().data_ptr());
                DoublePointer values = new DoublePointer(parameters.get(p).data_ptr());
                for (long i = 0; i < parameters.get(p).numel(); i++) {
                    double numeric = difference(objective, batch, values, i);
                    // central differences at h = 1e-5: error of order h² = 1e-10 plus rounding 1e-15 / h = 1e-10
                    assertEquals(numeric, gradient.get(i), 1e-7 * (1 + Math.abs(numeric)), "parameter " + p + ":" + i);
                    checked++;
                }
            }
            assertTrue(checked > 50, "only " + checked + " derivatives were compared");
        }
    }

    private static double difference(VaeObjective objective, Batch batch, DoublePointer values, long i) {
        double h = 1e-5;
        double before = values.get(i);
        try (PointerScope scope = new PointerScope()) {
            values.put(i, before + h);
            double above = objective.evaluate("step", batch).loss().item_double();
            values.put(i, before - h);
            double below = objective.evaluate("step", batch).loss().item_double();
            values.put(i, before);
            return (above - below) / (2 * h);
        }
    }

    private static VaeNetworks small(Network decoder, List<Layer> trunk, int features, int latents) {
        int side = decoder.output()[1];
        int[] width = {features};
        List<Layer> head = List.of(new Dense(features, latents));
        return new VaeNetworks(Network.of("encoder", new int[] {1, side, side}, trunk), Network.of("mean", width, head),
                Network.of("logvar", width, head), decoder);
    }

    private static void fill(Tensor parameter, double value) {
        DoublePointer values = new DoublePointer(parameter.data_ptr());
        for (long i = 0; i < parameter.numel(); i++) {
            values.put(i, value);
        }
    }
}
