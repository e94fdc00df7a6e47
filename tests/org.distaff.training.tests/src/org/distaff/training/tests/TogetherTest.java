package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.vae.BetaVae;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Dropout;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.Size;
import org.distaff.training.network.TransposedConvolution;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Adam;
import org.distaff.training.optimiser.Clip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that train together learn what each learns alone. */
class TogetherTest {

    private static final int STEPS = 100;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    /** A noisy autoencoder whose codes are pulled to 0 by β (1e6 stands for more than float32 holds). */
    private record Small(TensorNetwork encoder, TensorNetwork decoder, Setting beta) implements Objective {

        /** Without a bias before the norm: its gradient would be rounding noise, which Adam makes as large as any. */
        static final Network ENCODER = Network.of("encoder", new int[] {1, 8, 8},
                List.of(new Convolution(1, 3, Size.of(4), Size.of(2), Size.of(1), false), new BatchNorm(3),
                        new Activation(Function.TANH), new Flatten(), new Dropout(0.1), new Dense(48, 4)));
        static final Network DECODER = Network.of("decoder", new int[] {4}, List.of(new Dense(4, 48),
                new Activation(Function.TANH), new Reshape(3, 4, 4), new TransposedConvolution(3, 1, 4, 2, 1, 0)));

        static Small of(List<TrainingContext> contexts) {
            return new Small(create(ENCODER, contexts), create(DECODER, contexts),
                    Setting.of(contexts, context -> context.parameters().real("beta") == 1e6 ? 1e39
                            : context.parameters().real("beta")));
        }

        private static TensorNetwork create(Network network, List<TrainingContext> contexts) {
            return TensorNetwork.together(network, contexts.stream().map(context -> Initialiser.GLOROT_UNIFORM
                    .draw(network, RandomStreams.derive(context.seed(), "weights/" + network.name()))).toList(),
                    torch.ScalarType.Float);
        }

        @Override
        public List<Player> players() {
            return List.of(Player.of("model", List.of(encoder, decoder), new Adam(1e-3)).clipped(Clip.norm(2)));
        }

        @Override
        public Needs needs() {
            return Needs.noise(4);
        }

        @Override
        public Terms evaluate(String turn, Batch batch) {
            Tensor mean = encoder.forward(batch.observations());
            Tensor logits = decoder.forward(mean.add(batch.noise().mul(new Scalar(0.1))));
            Tensor cost = torch.softplus(logits).sub(logits.mul(batch.observations()));
            Tensor reconstruction = cost.flatten(-3, -1).sum(-1).mean(-1);
            Tensor size = mean.square().sum(-1).mean(-1);
            return Terms.of("loss", reconstruction.add(beta.times(size, batch.step())))
                    .and("reconstruction", reconstruction).and("size", size);
        }

        void close() {
            encoder.close();
            decoder.close();
        }
    }

    @Test
    void eachLearnsWhatItLearnsAlone() throws IOException {
        List<TrainingContext> contexts = contexts(STEPS, 0.5, 1, 4);
        Small together = Small.of(contexts);
        List<Optional<Problem>> problems = Trainer.train(contexts, together, "together");
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()), problems);
        for (int m = 0; m < 3; m++) {
            List<String> curve = Files.readAllLines(contexts.get(m).folder().resolve("training.csv"));
            Small alone = Small.of(contexts.subList(m, m + 1));
            Trainer.train(contexts.get(m), alone, "alone");
            same(alone.encoder().values(), together.encoder().values(m));
            same(alone.decoder().values(), together.decoder().values(m));
            List<String> own = Files.readAllLines(contexts.get(m).folder().resolve("training.csv"));
            assertEquals(own.size(), curve.size());
            String[] last = own.get(STEPS).split(",");
            for (int c = 0; c < last.length; c++) {
                double expected = Double.parseDouble(last[c]);
                assertEquals(expected, Double.parseDouble(curve.get(STEPS).split(",")[c]), 1e-5 * expected);
            }
            alone.close();
        }
        together.close();
    }

    /** The promise of 1e-5 relative, of each tensor's length: single numbers pass through 0. */
    private static void same(List<float[]> alone, List<float[]> together) {
        for (int t = 0; t < alone.size(); t++) {
            double length = 0;
            double difference = 0;
            for (int i = 0; i < alone.get(t).length; i++) {
                length += Math.pow(alone.get(t)[i], 2);
                difference += Math.pow(alone.get(t)[i] - together.get(t)[i], 2);
            }
            assertTrue(Math.sqrt(difference) <= 1e-5 * Math.sqrt(length), "tensor " + t + ": "
                    + Math.sqrt(difference / length));
        }
    }

    @Test
    void oneThatDivergesFailsAlone() throws IOException {
        List<TrainingContext> contexts = contexts(12, 1, 1e6, 1);
        Small together = Small.of(contexts);
        List<Optional<Problem>> problems = Trainer.train(contexts, together, "together");
        String sentence = problems.get(1).orElseThrow().getMessage();
        assertTrue(sentence.startsWith("Training diverged at step "), sentence);
        assertTrue(problems.get(0).isEmpty() && problems.get(2).isEmpty());
        assertFalse(Files.exists(contexts.get(1).folder().resolve("training.csv")));
        Small alone = Small.of(contexts.subList(2, 3));
        Trainer.train(contexts.get(2), alone, "alone");
        same(alone.encoder().values(), together.encoder().values(2));
        alone.close();
        together.close();
    }

    private List<TrainingContext> contexts(int steps, double... betas) throws IOException {
        List<TrainingContext> contexts = new ArrayList<>();
        for (int m = 0; m < betas.length; m++) {
            Path own = Files.createDirectories(folder.resolve("model-" + m));
            contexts.add(Runs.context(new BetaVae(), Map.of("beta", betas[m]), new Squares(1, 8),
                    new TrainingSettings(steps, 6, 1e-3), m, own, "cpu", Progress.NONE));
        }
        return contexts;
    }
}
