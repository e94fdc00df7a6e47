package org.distaff.tests.datasets.modifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.modifier.Labels;
import org.distaff.datasets.modifier.Pairs;
import org.distaff.datasets.modifier.Subset;
import org.junit.jupiter.api.Test;

/** Labels for some rows, partners of rows, and subsets. */
class SupervisionTest {

    @Test
    void labelledRowsAreFixedAndOthersAreNot() {
        Dataset dataset = Modified.modify(new Labels(), new Modified(), Map.of("number", 7, "seed", 2));
        int[] counts = Modified.count(dataset, dataset.training().labelled(10_000, RandomStreams.derive(0, "a")));
        int[] again = Modified.count(dataset, dataset.training().labelled(10_000, RandomStreams.derive(1, "b")));
        long distinct = Arrays.stream(counts).filter(c -> c > 0).count();
        assertTrue(distinct >= 4 && distinct <= 7, distinct + " rows, 7 draws of 60 with replacement");
        for (int i = 0; i < counts.length; i++) {
            assertEquals(counts[i] > 0, again[i] > 0);
        }
        assertEquals(60, Arrays.stream(Modified.counts(dataset, 10_000)).filter(c -> c > 0).count(),
                "unlabelled rows are all there");
        // a fraction counts combinations: 0.05 of 60
        Dataset share = Modified.modify(new Labels(), new Modified(), Map.of("fraction", 0.05));
        assertTrue(Arrays.stream(Modified.count(share, share.training().labelled(1000, RandomStreams.derive(0, "c"))))
                .filter(c -> c > 0).count() <= 3);
        assertThrows(Problem.class, () -> Modified.modify(new Labels(), new Modified(), Map.of("fraction", 0.0)));
    }

    private static int[] differences(Dataset dataset, int pairs) {
        int[] rows = dataset.training().draw(pairs, RandomStreams.derive(0, "rows"));
        int[] partners = dataset.training().partners(rows, RandomStreams.derive(0, "partners"));
        int[] histogram = new int[5];
        for (int i = 0; i < rows.length; i += 4) {
            int differing = 0;
            for (int k = 0; k < 4; k++) {
                differing += rows[i + k] == partners[i + k] ? 0 : 1;
            }
            histogram[differing]++;
        }
        return histogram;
    }

    @Test
    void partnersChangeSoManyFactors() {
        assertArrayEquals(new int[] {0, 1000, 0, 0, 0}, differences(pairs(Map.of()), 1000));
        assertArrayEquals(new int[] {0, 0, 1000, 0, 0}, differences(pairs(Map.of("number", 2)), 1000));
        // three factors vary, one is shared: two change
        assertArrayEquals(new int[] {0, 0, 1000, 0, 0}, differences(pairs(Map.of("of", "shared")), 1000));
        int[] random = differences(pairs(Map.of("random", true)), 10_000);
        assertEquals(5000, random[1], 5 * 50, "1 or 2 of three, equally likely: five standard deviations");
        assertEquals(10_000, random[1] + random[2]);
        assertThrows(Problem.class, () -> pairs(Map.of("of", "shared", "number", 3)));
    }

    @Test
    void changedFactorsMayStayWhenTheyAreOnlyDrawnAnew() {
        int[] histogram = differences(pairs(Map.of("other", false)), 30_000);
        // one of a 4, b 3, c 5 is drawn anew: the same with probability (1/4 + 1/3 + 1/5)/3 = 0.2611
        assertEquals(30_000 * (0.25 + 1 / 3.0 + 0.2) / 3, histogram[0], 5 * Math.sqrt(30_000 * 0.2611 * 0.7389));
    }

    @Test
    void partnersOfListedRowsAreListed() {
        int[] listed = {0, 0, 0, 0, 1, 0, 0, 0, 1, 2, 0, 0, 3, 1, 4, 0};
        Dataset dataset = Modified.modify(new Pairs(),
                new Modified(new ObservationShape(1, 1, 1), Optional.of(listed)), Map.of());
        int[] rows = new int[300 * 16];
        for (int i = 0; i < 300; i++) {
            System.arraycopy(listed, 0, rows, i * 16, 16);
        }
        int[] partners = dataset.training().partners(rows, RandomStreams.derive(0, "partners"));
        boolean[] found = new boolean[3];
        for (int i = 0; i < partners.length; i += 16) {
            // row 0 has one partner (a differs), row 1 two (a or b differs), row 2 one, row 3 only itself
            assertTrue(is(partners, i, 0, 0, 0) || is(partners, i, 1, 0, 0));
            found[0] |= is(partners, i + 4, 0, 0, 0);
            found[1] |= is(partners, i + 4, 1, 2, 0);
            found[2] |= is(partners, i + 4, 1, 0, 0);
            assertTrue(is(partners, i + 12, 3, 1, 4));
        }
        assertArrayEquals(new boolean[] {true, true, true}, found);
    }

    private static boolean is(int[] rows, int start, int a, int b, int c) {
        return rows[start] == a && rows[start + 1] == b && rows[start + 2] == c;
    }

    private static Dataset pairs(Map<String, ?> parameters) {
        return Modified.modify(new Pairs(), new Modified(), parameters);
    }

    @Test
    void subsetsHaveDistinctRowsThatStay() {
        Dataset dataset = Modified.modify(new Subset(), new Modified(), Map.of("number", 25));
        int[] rows = dataset.rows().orElseThrow();
        assertEquals(25, Arrays.stream(Modified.count(dataset, rows)).filter(c -> c == 1).count());
        assertArrayEquals(rows, Modified.modify(new Subset(), new Modified(), Map.of("number", 25)).rows().orElseThrow());
        int[] drawn = Modified.counts(dataset, 10_000);
        int[] kept = Modified.count(dataset, rows);
        for (int i = 0; i < drawn.length; i++) {
            assertEquals(kept[i] > 0, drawn[i] > 0);
        }
        // a subset of a subset, and one that evaluation does not see
        assertEquals(5 * 4, Modified.modify(new Subset(), dataset, Map.of("number", 5)).rows().orElseThrow().length);
        Dataset hidden = Modified.modify(new Subset(), new Modified(), Map.of("number", 25, "evaluation", "all"));
        assertTrue(hidden.rows().isEmpty());
        assertEquals(25, Arrays.stream(Modified.counts(hidden, 10_000)).filter(c -> c > 0).count());
        assertThrows(Problem.class, () -> Modified.modify(new Subset(), new Modified(), Map.of("number", 61)));
    }
}
