package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.forest.ForestClassifier;
import org.distaff.metrics.forest.ForestSettings;
import org.distaff.metrics.forest.RandomForest;
import org.distaff.metrics.work.Workers;
import org.junit.jupiter.api.Test;

class RandomForestTest {

    @Test
    void stumpsSplitMidwayBetweenTheClasses() {
        // 0 … 49 and 150 … 199: a bootstrap sample leaves out the innermost points, so thresholds lie near the middle
        double[] codes = new double[100];
        int[] labels = new int[100];
        for (int n = 0; n < 100; n++) {
            codes[n] = n < 50 ? n : n + 100;
            labels[n] = n < 50 ? 3 : 8;
        }
        ForestClassifier forest = fit(new ForestSettings(20, ForestSettings.UNBOUNDED), codes, 1, labels, 1);
        assertEquals(1, forest.capacity(), "one split makes both sides pure");
        assertEquals(1, forest.trainAccuracy());
        assertArrayEquals(new double[] {1}, forest.importances());
        assertArrayEquals(new int[] {3, 8}, predict(forest, 1, 80, 120));
    }

    @Test
    void exclusiveOrNeedsASplitThatGainsNothing() {
        double[] codes = new double[400];
        int[] labels = new int[200];
        for (int n = 0; n < 200; n++) {
            codes[2 * n] = n % 2;
            codes[2 * n + 1] = n / 2 % 2;
            labels[n] = n % 2 ^ n / 2 % 2;
        }
        ForestClassifier forest = fit(new ForestSettings(10, ForestSettings.UNBOUNDED), codes, 2, labels, 1);
        assertEquals(1, forest.trainAccuracy());
        assertEquals(2, forest.capacity());
        assertEquals(1, Arrays.stream(forest.importances()).sum(), 1e-12);
        double[] accuracies = forest.accuracies(points(codes, 2, labels), labels, new int[] {1, 2, 9}, new Workers(1));
        assertArrayEquals(new double[] {1, 1}, Arrays.copyOfRange(accuracies, 1, 3), "and no deeper");
        assertTrue(accuracies[0] < 1, "a single split cannot tell");
    }

    @Test
    void importancesAreTheMeanDecreaseOfGiniImpurity() {
        // latents a, b are fair coins; class 0 if a = 0, else 1 + b. A tree that splits a first lowers the impurity
        // 0.625 by 0.375 along a and then by 0.25 along b: shares (0.6, 0.4). One that splits b first: 0.125 along b,
        // then 0.5 along a: (0.8, 0.2). Nodes look at √2, that is one latent, so either is as likely: (0.7, 0.3); over
        // 400 trees with a deviation of 0.1 and bootstrap samples of 400 points the mean is within 0.02
        double[] codes = new double[800];
        int[] labels = new int[400];
        for (int n = 0; n < 400; n++) {
            codes[2 * n] = n % 2;
            codes[2 * n + 1] = n / 2 % 2;
            labels[n] = n % 2 == 0 ? 0 : 1 + n / 2 % 2;
        }
        ForestClassifier forest = fit(new ForestSettings(400, ForestSettings.UNBOUNDED), codes, 2, labels, 2);
        assertArrayEquals(new double[] {0.7, 0.3}, forest.importances(), 0.02);
        assertEquals(1, forest.trainAccuracy());
    }

    @Test
    void cutForestIsTheForestGrownToThatDepth() {
        Golden golden = Golden.load("s_tanhmix");
        int[] target = golden.train().factor(2);
        ForestClassifier deep = fit(new ForestSettings(5, ForestSettings.UNBOUNDED), golden.train(), target, 3);
        double[] cut = deep.accuracies(golden.test(), golden.test().factor(2), new int[] {1, deep.capacity()},
                new Workers(2));
        // the first split of every tree draws the same numbers, whatever follows
        ForestClassifier shallow = fit(new ForestSettings(5, 1), golden.train(), target, 3);
        assertEquals(shallow.accuracies(golden.test(), golden.test().factor(2), new int[] {1}, new Workers(1))[0],
                cut[0]);
        assertTrue(cut[1] > cut[0]);
    }

    @Test
    void threadsAndSeed() {
        Golden golden = Golden.load("s_tanhmix");
        int[] target = golden.train().factor(0);
        ForestSettings settings = new ForestSettings(4, ForestSettings.UNBOUNDED);
        try (Workers two = new Workers(2)) {
            assertArrayEquals(fit(settings, golden.train(), target, 5).importances(),
                    new RandomForest(settings, two, Progress.NONE).fit(golden.train(), target,
                            t -> RandomStreams.derive(5, "test/" + t)).importances());
        }
        assertTrue(!Arrays.equals(fit(settings, golden.train(), target, 5).importances(),
                fit(settings, golden.train(), target, 6).importances()));
    }

    private static ForestClassifier fit(ForestSettings settings, double[] codes, int latents, int[] labels, long seed) {
        return fit(settings, points(codes, latents, labels), labels, seed);
    }

    private static ForestClassifier fit(ForestSettings settings, Representation points, int[] labels, long seed) {
        return new RandomForest(settings, new Workers(1), Progress.NONE).fit(points, labels,
                t -> RandomStreams.derive(seed, "test/" + t));
    }

    private static Representation points(double[] codes, int latents, int[] labels) {
        return new Representation(Golden.space(10), latents, codes, labels);
    }

    private static int[] predict(ForestClassifier forest, int latents, double... codes) {
        return forest.predict(points(codes, latents, new int[codes.length / latents]), new Workers(1));
    }
}
