package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.boosting.BoostedClassifier;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.boosting.GradientBoosting;
import org.distaff.metrics.work.Workers;
import org.junit.jupiter.api.Test;

class GradientBoostingTest {

    private static final Workers ALONE = new Workers(1);

    @Test
    void oneStumpSplitsMidwayBetweenTheClasses() {
        BoostedClassifier stump = fit(1, 1, new double[] {0, 1, 4, 5}, 1, 0, 0, 1, 1);
        // the threshold is (1 + 4) / 2, and a point on it goes left
        assertArrayEquals(new int[] {0, 0, 1}, predict(stump, 1, 2.4, 2.5, 2.6));
        assertArrayEquals(new double[] {1}, stump.importances());
        assertEquals(1.0, stump.trainAccuracy());
    }

    @Test
    void importanceIsTheShareOfTheSquaredError() {
        // by hand: points (z0, z1) → y: (0, 0) 0, (0, 0) 0, (0, 0) 0, (1, 0) 1, (1, 0) 1, (1, 1) 0
        // prior of class 1 is ⅓: residuals −⅓ (four times) and ⅔ (twice)
        // root on z0: Σ² / n of {−⅓ ×3} = ⅓, of {⅔, ⅔, −⅓} = ⅓; gain ⅔ − 0
        // then the right node on z1: {⅔, ⅔} = 8/9, {−⅓} = 1/9; gain 1 − ⅓ = ⅔
        BoostedClassifier tree = fit(1, 2, new double[] {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 1}, 2, 0, 0, 0, 1, 1, 0);
        // residuals are rounded to 2⁻⁴⁰
        assertArrayEquals(new double[] {0.5, 0.5}, tree.importances(), 1e-10);
        assertEquals(1.0, tree.trainAccuracy());
    }

    @Test
    void leafTakesOneNewtonStep() {
        // three points of class 0 and one of class 1, which latent 0 separates; prior log odds ln(1/3) = −1.0986. The
        // right leaf is Σ r / Σ p(1 − p) = ¾ / (3/16) = 4: with learning rate 1 its log odds become 2.9, with 0.1 they
        // stay at −0.6986 and, by the same step, go on to −0.3975, −0.1487 and 0.0673
        double[] codes = {0, 0, 0, 1};
        Representation points = points(1, codes);
        int[] target = {0, 0, 0, 1};
        assertEquals(1.0, boosting(1, 1, 1.0).fit(points, target, GradientBoostingTest::lots).trainAccuracy());
        assertEquals(0.75, boosting(1, 1, 0.1).fit(points, target, GradientBoostingTest::lots).trainAccuracy());
        assertEquals(0.75, boosting(3, 1, 0.1).fit(points, target, GradientBoostingTest::lots).trainAccuracy());
        assertEquals(1.0, boosting(4, 1, 0.1).fit(points, target, GradientBoostingTest::lots).trainAccuracy());
    }

    @Test
    void valuesNearerThanSinglePrecisionTellsAreOneValue() {
        // 1e-8 apart: below the smallest gap that may be split, so no tree grows and the larger class wins
        BoostedClassifier none = fit(5, 3, new double[] {0, 1e-8, 2e-8}, 1, 1, 0, 1);
        assertArrayEquals(new double[] {0}, none.importances());
        assertArrayEquals(new int[] {1, 1}, predict(none, 1, -5, 5));
    }

    @Test
    void neighboursOfOneValueAreNeverSplit() {
        // the best gap by residuals alone would lie inside the run of 0.5; the split must keep the run together
        double[] codes = new double[41];
        int[] target = new int[41];
        for (int n = 0; n < codes.length; n++) {
            codes[n] = n < 15 ? n / 100.0 : n < 25 ? 0.5 : n;
            target[n] = n < 20 ? 0 : 1;
        }
        int[] predicted = fit(1, 1, codes, 1, target).predict(points(1, codes), ALONE);
        assertEquals(1, Arrays.stream(Arrays.copyOfRange(predicted, 15, 25)).distinct().count());
    }

    @Test
    void manyClassesAreToldApart() {
        RandomGenerator random = lots(0);
        double[] codes = new double[600];
        int[] target = new int[300];
        for (int n = 0; n < 300; n++) {
            target[n] = 10 * random.nextInt(7);
            codes[2 * n] = random.nextGaussian();
            codes[2 * n + 1] = target[n] + 0.1 * random.nextGaussian();
        }
        BoostedClassifier boosted = fit(30, 3, codes, 2, target);
        // classes lie 100 standard deviations apart in latent 1
        assertEquals(1.0, boosted.trainAccuracy());
        assertArrayEquals(target, boosted.predict(points(2, codes), ALONE));
        assertTrue(boosted.importances()[1] > 0.999, Arrays.toString(boosted.importances()));
        assertEquals(1.0, Arrays.stream(boosted.importances()).sum(), 1e-12);
    }

    @Test
    void equalLatentsShareTheImportance() {
        RandomGenerator random = lots(1);
        double[] codes = new double[400];
        int[] target = new int[200];
        for (int n = 0; n < 200; n++) {
            codes[2 * n] = random.nextGaussian();
            codes[2 * n + 1] = codes[2 * n];
            target[n] = (int) Math.floor(2 * Math.abs(codes[2 * n]));
        }
        // ties are broken by lot at every split: neither copy gets less than a tenth
        double[] importances = fit(50, 3, codes, 2, target).importances();
        assertTrue(Math.min(importances[0], importances[1]) > 0.1, Arrays.toString(importances));
    }

    @Test
    void stopsWhenTheUserAsks() {
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // only the question counts
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(Cancelled.class, () -> new GradientBoosting(BoostingSettings.CUSTOMARY, ALONE, stopped)
                .fit(points(1, 0, 1), new int[] {0, 1}, GradientBoostingTest::lots));
    }

    private static BoostedClassifier fit(int stages, int depth, double[] codes, int latents, int... target) {
        return boosting(stages, depth, 0.5).fit(points(latents, codes), target, GradientBoostingTest::lots);
    }

    private static GradientBoosting boosting(int stages, int depth, double learningRate) {
        return new GradientBoosting(new BoostingSettings(stages, depth, learningRate), ALONE, Progress.NONE);
    }

    private static int[] predict(BoostedClassifier classifier, int latents, double... codes) {
        return classifier.predict(points(latents, codes), ALONE);
    }

    private static RandomGenerator lots(int c) {
        return RandomStreams.derive(c, "test");
    }

    private static Representation points(int latents, double... codes) {
        return new Representation(Golden.space(1), latents, codes, new int[codes.length / latents]);
    }
}
