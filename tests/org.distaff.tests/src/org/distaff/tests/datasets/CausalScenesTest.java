package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.datasets.flow.FlowProvider;
import org.distaff.datasets.pendulum.PendulumProvider;
import org.junit.jupiter.api.Test;

/** Pendulum and flow have the counts that were measured on drawings of the published scripts. */
class CausalScenesTest {

    private static final int FACTORS = 4;

    @Test
    void everyFourthPendulumIsATestOne() {
        assertEquals(84 * 87, rows(pendulum("exact", "all")).size());
        assertEquals(5_482, rows(pendulum("published", "train")).size());
        assertEquals(1_826, rows(pendulum("published", "test")).size());
    }

    @Test
    void fourTenthsOfTheShadowsAreClippedAtTheShortest() {
        List<List<Integer>> rows = rows(pendulum("exact", "all"));
        // level 0 of 256 over [3, 13] is [3, 3.04): the clipped ones, and few others
        long clipped = rows.stream().filter(row -> row.get(2) == 0).count();
        // measured 39.6 % at exactly 3; lengths spread over 10 units, so 0.04 of one adds less than 1 %
        assertEquals(0.396, clipped / 7308.0, 0.01);
    }

    @Test
    void shadowLabelsCoverTheMeasuredRanges() {
        List<List<Integer>> rows = rows(pendulum("published", "all"));
        // measured: lengths 3 … 12.6 and positions 2.0 … 19.6, cut off to whole numbers; values count from 3 and from 2
        assertEquals(Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), column(rows, 2));
        assertEquals(IntStream.range(0, 18).boxed().collect(Collectors.toSet()), column(rows, 3));
    }

    @Test
    void labelsDoNotChangeThePendulumsPicture() {
        Dataset exact = pendulum("exact", "all");
        Dataset published = pendulum("published", "all");
        for (int i = 0; i < 7308; i += 731) {
            assertArrayEquals(Observed.of(exact, 0, row(exact, i)), Observed.of(published, 0, row(published, i)));
        }
    }

    @Test
    void flowsOfOneNameOverwriteEachOther() {
        assertEquals(8_100, rows(flow("exact", "all")).size());
        assertEquals(6_480, rows(flow("exact", "train")).size());
        assertEquals(5_254, rows(flow("published", "train")).size());
        assertEquals(1_620, rows(flow("published", "test")).size());
    }

    @Test
    void someFlowLabelsStandInBothSplits() {
        Set<List<Integer>> both = new HashSet<>(rows(flow("published", "train")));
        both.retainAll(new HashSet<>(rows(flow("published", "test"))));
        assertEquals(824, both.size());
    }

    @Test
    void waterHasFivePublishedHeights() {
        assertEquals(Set.of(0, 1, 2, 3, 4), column(rows(flow("published", "all")), 1));
    }

    @Test
    void aFlowOfBothSplitsShowsEitherDrawing() {
        Dataset all = flow("published", "all");
        Set<List<Integer>> both = new HashSet<>(rows(flow("published", "train")));
        both.retainAll(new HashSet<>(rows(flow("published", "test"))));
        int[] row = both.iterator().next().stream().mapToInt(Integer::intValue).toArray();
        long pictures = IntStream.range(0, 30).mapToObj(seed -> Arrays.hashCode(Observed.of(all, seed, row))).distinct()
                .count();
        assertEquals(2, pictures, "one of two with probability ½ each: both, but for 2 of 2³⁰");
    }

    @Test
    void theBallIsFirebrickAndTheFrameWhite() {
        Dataset pendulum = pendulum("exact", "all");
        float[] image = Observed.of(pendulum, 0, row(pendulum, 40 * 87));
        // the pendulum hangs straight down: ball at (10, 2.5) of a plot box [0, 20] × [−1, 21] that is 12.5 % … 90 % of
        // the width and 12 % … 89 % of the height; firebrick is (178, 34, 34)
        int x = (int) (96 * (0.125 + 0.775 / 2));
        int y = (int) (96 * (0.89 - 0.77 * 3.5 / 22)) + 3; // below the rod's end
        int at = y * 96 + x;
        assertArrayEquals(new float[] {178 / 255f, 34 / 255f, 34 / 255f},
                new float[] {image[at], image[96 * 96 + at], image[2 * 96 * 96 + at]}, 1e-6f);
        for (int i = 0; i < 96; i++) {
            assertTrue(image[i] == 1 && image[95 * 96 + i] == 1 && image[i * 96] == 1 && image[i * 96 + 95] == 1);
        }
    }

    /** Recorded from these generators: when these bytes change, the digests' versions have to change with them. */
    @Test
    void equalDigestsMeanEqualBytes() {
        assertEquals("pendulum/1/96/exact/all", pendulum("exact", "all").digest());
        assertEquals("db589f4abd5cae75", Observed.fingerprint(pendulum("exact", "all"), 60));
        assertEquals("flow/1/96/published/all", flow("published", "all").digest());
        assertEquals("285d9feb4abb32c7", Observed.fingerprint(flow("published", "all"), 60));
    }

    private static Dataset pendulum(String labels, String split) {
        return Observed.open(new PendulumProvider(), "labels", labels, "split", split);
    }

    private static Dataset flow(String labels, String split) {
        return Observed.open(new FlowProvider(), "labels", labels, "split", split);
    }

    private static List<List<Integer>> rows(Dataset dataset) {
        int count = dataset.rows().orElseThrow().length / FACTORS;
        return IntStream.range(0, count).mapToObj(i -> Arrays.stream(row(dataset, i)).boxed().toList()).toList();
    }

    private static int[] row(Dataset dataset, int i) {
        return Arrays.copyOfRange(dataset.rows().orElseThrow(), i * FACTORS, (i + 1) * FACTORS);
    }

    private static Set<Integer> column(List<List<Integer>> rows, int k) {
        return rows.stream().map(row -> row.get(k)).collect(Collectors.toSet());
    }
}
