package org.distaff.tests.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class PointsTest {

    private static final FactorSpace SPACE = new FactorSpace(
            List.of(new Factor("shape", 3, FactorKind.NOMINAL), new Factor("x", 5, FactorKind.CONTINUOUS)));

    @Test
    void heldFactorsAreRespected() {
        CodeTable table = new CodeTable(table(100));
        int[] factor = IntStream.range(0, 400).map(i -> i % 2).toArray();
        int[] value = IntStream.range(0, 400).map(i -> i % 2 == 0 ? i % 3 : i % 5).toArray();
        Representation drawn = table.sampleHolding(factor, value, RandomStreams.derive(0, "test"));
        assertEquals(400, drawn.points());
        for (int i = 0; i < 400; i++) {
            assertEquals(value[i], drawn.factors()[2 * i + factor[i]], "point " + i);
        }
        assertRowsOfTheTable(drawn);
        // 80 draws among the 20 rows of one value: all but the same row every time
        assertTrue(Arrays.stream(drawn.latent(0)).distinct().count() > 50);
    }

    @Test
    void aValueWithoutPointsIsReplaced() {
        Representation noFours = new Representation(SPACE, 1, new double[] {0, 1}, new int[] {0, 3, 2, 1});
        Representation drawn = new CodeTable(noFours).sampleHolding(new int[] {1, 1}, new int[] {4, 3},
                RandomStreams.derive(0, "test"));
        assertEquals(2, drawn.points());
        assertEquals(3, drawn.factors()[3]);
    }

    @Test
    void samplesAreRowsOfTheTable() {
        Representation drawn = new CodeTable(table(10)).sample(1000, RandomStreams.derive(0, "test"));
        assertRowsOfTheTable(drawn);
        assertEquals(10, Arrays.stream(drawn.latent(0)).distinct().count()); // (9/10)^1000 = 2e-46 to miss a row
    }

    @Test
    void aTableIsSplitTwoToOne() {
        Points points = new Points(new CodeTable(table(100)), null, 0);
        assertTrue(points.caveat().isEmpty());
        assertEquals(100, points.all(7).points());
        assertTrue(points.caveat().isEmpty()); // nothing was split so far
        assertEquals(67, points.train(10_000).points()); // ⌈200/3⌉
        assertEquals(33, points.test(5).points());
        assertEquals(66, points.train(1).latent(0)[66]);
        assertEquals(67, points.test(1).latent(0)[0]); // no point is in both
        assertSame(points.train(1), points.train(2)); // what one metric derived serves the next
        assertTrue(points.caveat().orElseThrow().contains("two thirds"));
    }

    @Test
    void aTableTooSmallToBeSplitIsRefused() {
        // two thirds of two points, rounded up, are both: none would be left to test
        CodeTable two = new CodeTable(new Representation(SPACE, 1, new double[2], new int[2 * SPACE.count()]));
        Problem problem = assertThrows(Problem.class, () -> new Points(two, null, 0).test(5));
        assertTrue(problem.getMessage().startsWith("The table has 2 points, too few"), problem.getMessage());
        CodeTable three = new CodeTable(new Representation(SPACE, 1, new double[3], new int[3 * SPACE.count()]));
        assertEquals(1, new Points(three, null, 0).test(5).points());
    }

    @Test
    void aTestTableLeavesTheFirstWhole() {
        Representation test = table(9);
        Points points = new Points(new CodeTable(table(30)), test, 0);
        assertEquals(30, points.train(5).points());
        assertSame(test, points.test(5));
        assertTrue(points.caveat().isEmpty());
    }

    @Test
    void ofATableAtMostSoManyOfItsFirstRowsTrain() {
        Representation table = table(30);
        Points points = new Points(new CodeTable(table), table(7), 0);
        Representation first = points.trainAtMost(10);
        assertArrayEquals(Arrays.copyOf(table.codes(), 10), first.codes());
        assertSame(first, points.trainAtMost(10)); // so that work on them is shared
        assertSame(table, points.trainAtMost(30));
        assertTrue(points.caveat().isEmpty()); // no row was kept back for tests
    }

    @Test
    void drawnPointsAreSharedAndDependOnSeedAndSizeOnly() {
        AtomicInteger draws = new AtomicInteger();
        Points points = new Points(counting(draws), 3);
        Representation train = points.train(50);
        assertSame(train, points.train(50));
        assertSame(train, points.all(50));
        assertNotSame(train, points.train(60));
        assertEquals(2, draws.get());
        assertEquals(50, points.test(50).points());
        assertNotEquals(Arrays.toString(train.codes()), Arrays.toString(points.test(50).codes()));
        Points again = new Points(counting(draws), 3);
        again.test(50); // asked in another order
        assertArrayEquals(train.codes(), again.train(50).codes());
        assertNotEquals(Arrays.toString(train.codes()),
                Arrays.toString(new Points(counting(draws), 4).train(50).codes()));
        assertTrue(points.caveat().isEmpty());
    }

    @Test
    void workIsDerivedOnceAlsoByManyThreads() {
        Representation table = table(10);
        AtomicInteger times = new AtomicInteger();
        IntStream.range(0, 64).parallel().forEach(i -> assertEquals("sum", table.derive("key", t -> {
            times.incrementAndGet();
            return t.derive("part", inner -> "sum"); // one derivation may use another
        })));
        assertEquals(1, times.get());
    }

    @Test
    void workThatIsKeptWhileThereIsRoomIsDerivedOnceToo() {
        Representation table = table(10);
        double[] first = table.deriveWhileRoom("key", t -> t.latent(0));
        assertSame(first, table.<double[]>deriveWhileRoom("key", t -> t.latent(0)));
    }

    @Test
    void codesAndFactorsMustFit() {
        assertThrows(IllegalArgumentException.class, () -> new Representation(SPACE, 2, new double[3], new int[4]));
        assertThrows(IllegalArgumentException.class, () -> new Representation(SPACE, 1, new double[3], new int[5]));
    }

    /** Row i has the code i and the factors i mod 3 and i mod 5. */
    private static Representation table(int points) {
        double[] codes = new double[points];
        int[] factors = new int[points * 2];
        for (int i = 0; i < points; i++) {
            codes[i] = i;
            factors[2 * i] = i % 3;
            factors[2 * i + 1] = i % 5;
        }
        return new Representation(SPACE, 1, codes, factors);
    }

    private static void assertRowsOfTheTable(Representation drawn) {
        for (int i = 0; i < drawn.points(); i++) {
            int row = (int) drawn.codes()[i];
            assertEquals(row % 3, drawn.factors()[2 * i]);
            assertEquals(row % 5, drawn.factors()[2 * i + 1]);
        }
    }

    private static CodeSource counting(AtomicInteger draws) {
        return new CodeSource() {
            @Override
            public FactorSpace space() {
                return SPACE;
            }

            @Override
            public int latents() {
                return 1;
            }

            @Override
            public Representation sample(int points, RandomGenerator random) {
                draws.incrementAndGet();
                return new Representation(SPACE, 1, random.doubles(points).toArray(), SPACE.sample(points, random));
            }

            @Override
            public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
                throw new UnsupportedOperationException("no metric here holds factors");
            }
        };
    }

    @Test
    void posteriorsOfATableAreAroundMeansThoughItsCodesAreSamples() {
        Representation means = table(10);
        Representation samples = new Representation(means.space(), means.latents(),
                java.util.Arrays.stream(means.codes()).map(c -> c + 100).toArray(), means.factors());
        CodeTable table = new CodeTable(samples, new Posterior(means, new double[means.codes().length]));
        Points points = new Points(table, null, 0);
        assertEquals(means, points.posterior(5).orElseThrow().means());
        assertEquals(samples, points.all(5));
        Posterior drawn = table.posterior(50, RandomStreams.derive(0, "test")).orElseThrow();
        double highest = java.util.Arrays.stream(means.codes()).max().orElseThrow();
        assertTrue(java.util.Arrays.stream(drawn.means().codes()).allMatch(c -> c <= highest));
        assertTrue(new Points(new CodeTable(means), null, 0).posterior(5).isEmpty());
    }
}
