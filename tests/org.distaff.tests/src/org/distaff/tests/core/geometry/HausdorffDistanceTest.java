package org.distaff.tests.core.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.geometry.HausdorffDistance;
import org.distaff.core.geometry.RankedNumbers;
import org.distaff.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class HausdorffDistanceTest {

    private static double[] numbers(int count, boolean ties, RandomGenerator random) {
        return IntStream.range(0, count).mapToDouble(n -> ties ? random.nextInt(4) : random.nextGaussian()).toArray();
    }

    private static double square(double[] x, double[] y, int a, int b, int n) {
        return (x[a] - x[n]) * (x[a] - x[n]) + (y[b] - y[n]) * (y[b] - y[n]);
    }

    private static double smallest(double[] x, double[] y, int a, int b) {
        return IntStream.range(0, x.length).mapToDouble(n -> square(x, y, a, b, n)).min().orElseThrow();
    }

    @Test
    void aFewLooksFindWhatTryingAllFinds() {
        RandomGenerator random = RandomStreams.derive(7, "test/hausdorff");
        for (int trial = 0; trial < 300; trial++) {
            int points = 1 + random.nextInt(trial % 10 < 2 ? 200 : 20); // places are crossed off 64 at a time
            double[] x = numbers(points, trial % 2 == 0, random);
            double[] y = numbers(points, trial % 2 == 0, random);
            double largest = 0;
            for (int a = 0; a < points; a++) {
                for (int b = 0; b < points; b++) {
                    largest = Math.max(largest, smallest(x, y, a, b));
                }
            }
            HausdorffDistance.Farthest found = new HausdorffDistance(points).of(RankedNumbers.of(x), RankedNumbers.of(y));
            // a place as far as the one known, but for rounding, may be crossed off
            double rounding = 1e-12 * (1 + largest);
            assertEquals(largest, found.squared(), rounding, "trial " + trial);
            assertEquals(largest, square(x, y, found.first(), found.second(), found.nearest()), rounding);
            assertEquals(largest, smallest(x, y, found.first(), found.second()), rounding);
        }
    }

    @Test
    void oneWorkspaceServesManySets() {
        HausdorffDistance distance = new HausdorffDistance(2);
        RankedNumbers wide = RankedNumbers.of(new double[] {0, 2});
        RankedNumbers narrow = RankedNumbers.of(new double[] {1, 0});
        // (2, 1) and (0, 0) occur with places (0, 1), (2, 0) at distance 1 from the nearest; nothing stays of the first
        assertEquals(1, distance.of(wide, narrow).squared());
        RankedNumbers equal = RankedNumbers.of(new double[] {5, 5});
        assertEquals(new HausdorffDistance.Farthest(0, 0, 0, 0), distance.of(equal, narrow));
    }

    @Test
    void numbersThatAreNoneEndTheSearchAllTheSame() {
        // a training that diverges has such codes; that it does is told by its loss
        RandomGenerator random = RandomStreams.derive(8, "test/hausdorff");
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int trial = 0; trial < 60; trial++) {
            double[] x = numbers(1 + random.nextInt(130), false, random);
            double[] y = numbers(x.length, false, random);
            for (int i = 0; i < 1 + trial % 5; i++) {
                (i % 2 == 0 ? x : y)[random.nextInt(x.length)] = bad[random.nextInt(bad.length)];
            }
            HausdorffDistance.Farthest found = new HausdorffDistance(x.length).of(RankedNumbers.of(x), RankedNumbers.of(y));
            assertTrue(Math.max(found.first(), Math.max(found.second(), found.nearest())) < x.length, "trial " + trial);
        }
    }
}
