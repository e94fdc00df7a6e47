package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.modifier.Labels;
import org.distaff.models.guided.GuidedVaeSupervised;
import org.distaff.models.moment.DipVaeOne;
import org.distaff.models.moment.DipVaeTwo;
import org.distaff.models.tc.BetaTcVae;
import org.distaff.models.tc.FactorVae;
import org.distaff.models.vae.AnnealedVae;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Supervision;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.objective.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels for a fraction of the points, by parameter, for each of the six methods of Locatello et al., ICLR 2020. */
class SemiSupervisedTest {

    @TempDir
    private Path folder;

    static Stream<Model> methods() {
        return Stream.of(new BetaVae(), new AnnealedVae(), new FactorVae(), new BetaTcVae(), new DipVaeOne(),
                new DipVaeTwo());
    }

    /** Squares that note which rows were drawn with labels. */
    private record Watched(Squares squares, Dataset limited, Set<List<Integer>> seen) implements Dataset {

        static Watched fraction(double fraction) {
            Squares squares = new Squares(1, 16);
            return new Watched(squares, new Labels().modify(squares, Parameters.of(new Labels(),
                    Map.of("fraction", fraction))), ConcurrentHashMap.newKeySet());
        }

        @Override
        public FactorSpace factors() {
            return squares.factors();
        }

        @Override
        public ObservationShape observation() {
            return squares.observation();
        }

        @Override
        public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
            squares.observe(factorRows, nuisance, target);
        }

        @Override
        public String digest() {
            return limited.digest();
        }

        @Override
        public TrainingRows training() {
            return new TrainingRows() {
                @Override
                public int[] draw(int points, RandomGenerator random) {
                    return limited.training().draw(points, random);
                }

                @Override
                public int[] labelled(int points, RandomGenerator random) {
                    int[] rows = limited.training().labelled(points, random);
                    for (int i = 0; i < rows.length; i += 3) {
                        seen.add(List.of(rows[i], rows[i + 1], rows[i + 2]));
                    }
                    return rows;
                }

                @Override
                public int[] partners(int[] rows, RandomGenerator random) {
                    return limited.training().partners(rows, random);
                }
            };
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theLabelsOfAFractionAreLearnt(Model model) throws IOException {
        Watched watched = Watched.fraction(0.1);
        double[] curve = curve(model, Map.of("network", "small-mlp", "supervision", "l2", "labelledBatch", 8,
                "supervisionWeight", 100), watched);
        // 0.1 of 48 combinations: 5 draws with replacement
        assertTrue(watched.seen.size() >= 2 && watched.seen.size() <= 5, watched.seen.size() + " labelled rows");
        double first = Arrays.stream(curve, 0, 5).average().orElseThrow();
        double last = Arrays.stream(curve, 55, 60).average().orElseThrow();
        // sigmoids start near 1/2, labels are some quarters off: the penalty of 5 points is soon learnt by heart
        assertTrue(last < first / 2, model.describe().id() + ": from " + first + " to " + last);
    }

    /** The column of the penalty over 60 steps. */
    private double[] curve(Model model, Map<String, ?> parameters, Dataset dataset) throws IOException {
        Runs.train(model, parameters, dataset, new TrainingSettings(60, 8, 1e-3), 4, folder, Progress.NONE);
        List<String> lines = Files.readAllLines(folder.resolve("training.csv"));
        int column = List.of(lines.get(0).split(",")).indexOf("supervision");
        assertEquals(61, lines.size());
        return lines.stream().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",")[column])).toArray();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void withoutTheParameterNobodyAsksForLabels(Model model) throws IOException {
        Watched watched = Watched.fraction(0.1);
        Runs.train(model, Map.of("network", "small-mlp"), watched, new TrainingSettings(2, 8, 1e-3), 4, folder,
                Progress.NONE);
        assertEquals(Set.of(), watched.seen);
        assertFalse(Files.readAllLines(folder.resolve("training.csv")).get(0).contains("supervision"));
    }

    @Test
    void theGuidedModelSeesNoOtherLabelsEither() throws IOException {
        Watched watched = Watched.fraction(0.1);
        Runs.train(new GuidedVaeSupervised(), Map.of("network", "small-mlp", "batches", "two"), watched,
                new TrainingSettings(20, 8, 1e-3), 4, folder, Progress.NONE);
        assertTrue(watched.seen.size() >= 2 && watched.seen.size() <= 5, watched.seen.size() + " labelled rows");
    }

    @Test
    void penaltiesAreTheirFormulas() {
        LibTorch.load(1);
        try (PointerScope scope = new PointerScope()) {
            Tensor means = AbstractTensor.create(new double[] {0, 1, 5, Math.log(3), -1, 5}, 2, 3); // the third is free
            Tensor labels = AbstractTensor.create(new long[] {1, 3, 0, 1}, 2, 2).to(torch.ScalarType.Long);
            // labels over sizes 2 and 4: ½ and ¾, 0 and ¼. Cross-entropy softplus(m) − m · share, by hand:
            double cross = Math.log(2) + Math.log1p(Math.E) - 0.75 + Math.log(4) + Math.log1p(1 / Math.E) + 0.25;
            assertEquals(cross, penalty(Supervision.Kind.XENT, means, labels), 1e-12);
            // sigmoids: ½, σ(1), ¾, σ(−1)
            double up = 1 / (1 + 1 / Math.E);
            double square = 0 + Math.pow(up - 0.75, 2) + 0.75 * 0.75 + Math.pow(1 - up - 0.25, 2);
            assertEquals(square, penalty(Supervision.Kind.L2, means, labels), 1e-12);
            // two points: covariance is a quarter of the product of differences; differences ln 3, −2, 0 and −1, −2.
            // Off the diagonal: latent 1 with factor 2, latent 2 with factor 1, latent 3 with none
            double covariance = Math.pow(-2 * Math.log(3) / 4, 2) + Math.pow(-2 * -1 / 4.0, 2);
            assertEquals(covariance, penalty(Supervision.Kind.COVARIANCE, means, labels), 1e-12);
        }
    }

    private static double penalty(Supervision.Kind kind, Tensor means, Tensor labels) {
        return new Supervision(kind, Setting.of(1), 2, List.of(2, 4)).penalty(means, labels).item_double();
    }
}
