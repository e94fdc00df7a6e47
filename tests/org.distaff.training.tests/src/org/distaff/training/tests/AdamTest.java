package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.bytedeco.pytorch.Tensor;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.models.vae.BetaVae;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Network;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Adam;
import org.distaff.training.optimiser.Optimiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The optimiser is the published algorithm. */
class AdamTest {

    private static final int STEPS = 25;

    @TempDir
    private Path folder;

    /** The sum of the squares of all parameters, whose gradient is twice the parameter. */
    private record SumOfSquares(TensorNetwork network, Optimiser optimiser) implements Objective {
        @Override
        public List<Player> players() {
            return List.of(Player.of("network", List.of(network), optimiser));
        }

        @Override
        public Needs needs() {
            return Needs.observations();
        }

        @Override
        public Terms evaluate(String turn, Batch batch) {
            Tensor loss = network.parameters().stream().map(p -> p.square().sum()).reduce(Tensor::add).orElseThrow();
            return Terms.of("loss", loss);
        }
    }

    @Test
    void stepsAreThoseOfThePaper() throws IOException {
        LibTorch.load(1);
        Adam adam = new Adam(0.05, 0.8, 0.95, 1e-3); // none of them the default
        TrainingContext context = Runs.context(new BetaVae(), Map.of(), new Squares(1, 16),
                new TrainingSettings(STEPS, 1, adam.learningRate()), 0, folder, "cpu", Progress.NONE);
        float[] weight = {1f, -0.3f, 0.01f};
        float[] bias = {-2f};
        Network network = Network.of("n", new int[] {3}, List.of(new Dense(3, 1)));
        try (TensorNetwork running = TensorNetwork.of(network, List.of(weight, bias))) {
            Trainer.train(context, new SumOfSquares(running, adam), "test");
            for (int i = 0; i < weight.length; i++) {
                // float32 rounding, 6e-8 of values near 1, over 25 steps
                assertEquals(byHand(adam, weight[i]), running.values().get(0)[i], 5e-6);
            }
            assertEquals(byHand(adam, bias[0]), running.values().get(1)[0], 5e-6);
        }
    }

    /** Kingma and Ba, ICLR 2015, algorithm 1, for the gradient 2θ. */
    private static double byHand(Adam adam, double start) {
        double theta = start;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= STEPS; t++) {
            double gradient = 2 * theta;
            m = adam.beta1() * m + (1 - adam.beta1()) * gradient;
            v = adam.beta2() * v + (1 - adam.beta2()) * gradient * gradient;
            double unbiasedM = m / (1 - Math.pow(adam.beta1(), t));
            double unbiasedV = v / (1 - Math.pow(adam.beta2(), t));
            theta -= adam.learningRate() * unbiasedM / (Math.sqrt(unbiasedV) + adam.epsilon());
        }
        return theta;
    }
}
