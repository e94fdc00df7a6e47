package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeNetworks;
import org.distaff.models.vae.VaeObjective;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The β-VAE's loss against hand calculations, in float64. */
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
        VaeNetworks networks = SmallNetworks.of(decoder, List.of(new Flatten()), 4, 1);
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

    private static void fill(Tensor parameter, double value) {
        DoublePointer values = new DoublePointer(parameter.data_ptr());
        for (long i = 0; i < parameter.numel(); i++) {
            values.put(i, value);
        }
    }
}
