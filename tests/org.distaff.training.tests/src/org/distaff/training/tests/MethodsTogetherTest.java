package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Description;
import org.distaff.core.model.Model;
import org.distaff.core.model.SideBySide;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.models.moment.DipVaeOne;
import org.distaff.models.moment.DipVaeTwo;
import org.distaff.models.support.HausdorffVae;
import org.distaff.models.tc.BetaTcVae;
import org.distaff.models.tc.FactorVae;
import org.distaff.models.vae.AnnealedVae;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.PlainVae;
import org.distaff.models.vae.VaeModel;
import org.distaff.models.vae.VaeTraining;
import org.distaff.models.weak.AdaGroupVae;
import org.distaff.models.weak.AdaMultiLevelVae;
import org.distaff.training.objective.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.onnxruntime.OrtException;

/** Every method over a variational autoencoder learns side by side what it learns alone. */
class MethodsTogetherTest {

    /** The promise of the interface: 1e-5 relative after so many steps. */
    private static final int STEPS = 100;
    private static final double TOLERANCE = 1e-5;

    private static final Dataset DATASET = new Squares(1, 8);

    @TempDir
    private Path folder;

    /** A method, what it is given besides small networks, and the values of what differs from model to model. */
    record Method(Model model, Map<String, Object> parameters, String differing, double... values) {

        Method {
            Map<String, Object> all = new HashMap<>(Map.of("network", "small-mlp", "latents", 4));
            all.putAll(parameters);
            parameters = all;
        }

        Map<String, Object> of(int model) {
            Map<String, Object> own = new HashMap<>(parameters);
            if (!differing.isEmpty()) {
                own.put(differing, values[model]);
            }
            return own;
        }

        @Override
        public String toString() {
            return model.describe().id() + " " + differing + " " + parameters;
        }
    }

    static Stream<Method> methods() {
        return Stream.of(new Method(new PlainVae(), Map.of(), "", 0, 0),
                new Method(new BetaVae(), Map.of(), "beta", 1, 8),
                new Method(new BetaVae(), Map.of("supervision", "l2", "labelledBatch", 6), "supervisionWeight", 1, 16),
                new Method(new AnnealedVae(), Map.of("capacitySteps", 50, "gamma", 10), "capacity", 2, 9),
                new Method(new BetaTcVae(), Map.of(), "beta", 2, 8),
                new Method(new BetaTcVae(), Map.of("estimator", "mss"), "beta", 2, 8),
                new Method(new DipVaeOne(), Map.of(), "offDiagonal", 1, 5),
                new Method(new DipVaeTwo(), Map.of(), "diagonalFactor", 1, 5),
                new Method(new HausdorffVae(), Map.of("pairs", 3), "gamma", 1, 10),
                new Method(new HausdorffVae(), Map.of("pairs", 3, "recombinations", "random", "gamma", 10,
                        "matching", "sampled", "tcWeight", 6), "beta", 1, 2),
                new Method(new FactorVae(), Map.of("discriminatorWidth", 20), "gamma", 10, 40),
                new Method(new FactorVae(), Map.of("discriminatorWidth", 20, "shuffled", "second"), "gamma", 10, 40),
                new Method(new AdaGroupVae(), Map.of(), "beta", 1, 4),
                new Method(new AdaMultiLevelVae(), Map.of(), "beta", 1, 4));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void eachLearnsWhatItLearnsAlone(Method method) throws IOException {
        List<TrainingContext> contexts = contexts(method, "together");
        assertEquals(1, contexts.stream().map(c -> method.model().together(c).orElseThrow().key()).distinct().count());
        List<TrainingOutcome> outcomes = method.model().trainTogether(contexts);
        for (int m = 0; m < contexts.size(); m++) {
            TrainingContext alone = contexts(method, "alone").get(m);
            method.model().train(alone);
            close(curve(alone.folder()), curve(contexts.get(m).folder()), "curve");
            close(codes(alone.folder()), codes(outcomes.get(m).orThrow().encoder().getParent()), "codes");
        }
    }

    private static double[] curve(Path folder) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve("training.csv"));
        assertEquals(STEPS + 1, rows.size());
        return Arrays.stream(rows.get(STEPS).split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Means of all observations by the encoder that was written. */
    private static double[] codes(Path folder) {
        int points = (int) DATASET.factors().combinations();
        FloatBuffer images = FloatBuffer.allocate(points * DATASET.observation().values());
        DATASET.observe(LongStream.range(0, points).flatMap(i -> Arrays.stream(DATASET.factors().row(i)).asLongStream())
                .mapToInt(Math::toIntExact).toArray(), null, images);
        try {
            float[] means = Onnx.run(folder.resolve("encoder.onnx"), "image", images.array(),
                    new long[] {points, 1, 8, 8}, "mean");
            return IntStream.range(0, means.length).mapToDouble(i -> means[i]).toArray();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Relative to the length of all, because single numbers pass through 0. */
    private static void close(double[] alone, double[] together, String what) {
        assertEquals(alone.length, together.length);
        double difference = 0;
        double length = 0;
        for (int i = 0; i < alone.length; i++) {
            difference += Math.pow(alone[i] - together[i], 2);
            length += Math.pow(alone[i], 2);
        }
        assertTrue(Math.sqrt(difference) <= TOLERANCE * Math.sqrt(length),
                what + " differ by " + Math.sqrt(difference / length));
    }

    @Test
    void anotherArchitectureIsAnotherKey() throws IOException {
        Method beta = new Method(new BetaVae(), Map.of(), "latents", 2, 3);
        List<String> keys = contexts(beta, "keys").stream()
                .map(c -> beta.model().together(c).map(SideBySide::key).orElseThrow()).toList();
        assertNotEquals(keys.get(0), keys.get(1));
    }

    /** A method whose β is more than float32 holds (3.4e38) for the model of seed 1. */
    private record Bursting() implements VaeModel {

        @Override
        public Description describe() {
            return new BetaVae().describe();
        }

        @Override
        public Set<String> differing() {
            return Set.of();
        }

        @Override
        public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
            return VaeTraining.run(contexts, describe(),
                    BetaVae.loss(Setting.of(contexts, context -> context.seed() == 1 ? 1e39 : 1)));
        }
    }

    @Test
    void oneThatDivergesFailsAlone() throws IOException {
        Method beta = new Method(new Bursting(), Map.of(), "");
        List<TrainingContext> contexts = contexts(beta, "together");
        List<TrainingOutcome> outcomes = beta.model().trainTogether(contexts);
        assertTrue(outcomes.get(0).trained().isPresent());
        String sentence = outcomes.get(1).problem().orElseThrow().getMessage();
        assertTrue(sentence.startsWith("Training diverged at step "), sentence);
        assertFalse(Files.exists(contexts.get(1).folder().resolve("encoder.onnx")));
    }

    private List<TrainingContext> contexts(Method method, String place) throws IOException {
        List<TrainingContext> contexts = new ArrayList<>();
        for (int m = 0; m < 2; m++) {
            Path own = Files.createDirectories(folder.resolve(place).resolve("model-" + m));
            contexts.add(Runs.context(method.model(), method.of(m), DATASET, new TrainingSettings(STEPS, 16, 1e-3), m,
                    own, "cpu", Progress.NONE));
        }
        return contexts;
    }
}
