package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.datasets.circuit.CircuitProvider;
import org.junit.jupiter.api.Test;

/** The arm and the lamps follow their mechanism, and the picture shows them. */
class CircuitTest {

    private static final int POINTS = 20_000;
    /** No Beta distribution with parameters that sum to 5 spreads more than the one of mean ½: √(¼ / 6). */
    private static final double SPREAD = 0.204;
    /** Half a level of 256: how far a label's middle is from what was drawn, at most. */
    private static final double LEVEL = 0.5 / 256;

    @Test
    void factorsStandInCausalOrder() {
        assertEquals(List.of("arm", "blue", "green", "red"),
                open("all").factors().factors().stream().map(Factor::name).toList());
    }

    @Test
    void untouchedLampsShineWithBetaOneFour() {
        // blue's button is at 0.85 and is pressed from 0.65 on, green's at 0.25 and until 0.45
        for (int lamp : new int[] {1, 2}) {
            List<double[]> untouched = states(open("all")).stream().filter(s -> lamp == 1 ? s[0] < 0.64 : s[0] > 0.46)
                    .toList();
            double n = untouched.size();
            assertEquals(0.2, mean(untouched, lamp), 5 * 0.163 / Math.sqrt(n) + LEVEL, "mean 1/5, deviation √(4/150)");
            double dim = untouched.stream().filter(s -> s[lamp] < 0.2).count() / n;
            assertEquals(1 - Math.pow(0.8, 4), dim, 5 * 0.5 / Math.sqrt(n) + 4 * LEVEL, "distribution 1 − (1 − x)⁴");
        }
    }

    @Test
    void pressedLampsShineWithBetaFourOne() {
        List<double[]> pressed = states(open("all")).stream().filter(s -> Math.abs(s[0] - 0.85) < 0.095).toList();
        assertEquals(0.8, mean(pressed, 1), 5 * 0.163 / Math.sqrt(pressed.size()) + LEVEL);
        double bright = pressed.stream().filter(s -> s[1] > 0.5).count() / (double) pressed.size();
        assertEquals(1 - Math.pow(0.5, 4), bright, 5 * 0.5 / Math.sqrt(pressed.size()) + 4 * LEVEL, "distribution x⁴");
    }

    @Test
    void redIsLitByTheLargestOfItsCauses() {
        List<double[]> states = states(open("all"));
        for (Predicate<double[]> part : List.<Predicate<double[]>>of(s -> s[0] < 0.33, s -> s[0] > 0.33 && s[0] < 0.77,
                s -> s[0] > 0.77, s -> Math.max(s[1], s[2]) < 0.3, s -> Math.max(s[1], s[2]) > 0.6)) {
            List<double[]> some = states.stream().filter(part).toList();
            double rest = some.stream().mapToDouble(s -> s[3] - 0.2 - 0.6 * Math.max(Math.max(s[1], s[2]),
                    Math.clamp(2 - 10 * Math.abs(s[0] - 0.55), 0, 1))).average().orElseThrow();
            // levels shift the arm's bump by 10 of them at most
            assertEquals(0, rest, 5 * SPREAD / Math.sqrt(some.size()) + 10 * LEVEL);
        }
    }

    @Test
    void publishedRegimesLightRedForOneReason() {
        List<double[]> states = states(open("published"));
        assertEquals(POINTS, states.size());
        int[] counts = new int[3];
        for (double[] s : states) {
            assertTrue(s[3] > 0.5);
            int regime = s[0] < 0.4 ? 0 : s[0] < 0.7 ? 1 : 2;
            counts[regime]++;
            assertTrue(switch (regime) {
                case 0 -> s[0] > 0.1 && s[2] > 0.4 && s[1] < 0.2;
                case 1 -> s[1] < 0.2 && s[2] < 0.2;
                default -> s[1] > 0.4 && s[2] < 0.2;
            }, () -> Arrays.toString(s));
        }
        for (int count : counts) {
            assertTrue(count > POINTS / 10, "all three are common: " + Arrays.toString(counts));
        }
    }

    @Test
    void aLampShowsItsBrightness() {
        Dataset free = open("free");
        // red's centre: 62 hundredths from the pivot (50, 88), 5° to the right of the vertical, in 128 pixels
        int at = (int) (1.28 * (88 - 62 * Math.cos(Math.toRadians(5)))) * 128
                + (int) (1.28 * (50 + 62 * Math.sin(Math.toRadians(5))));
        for (int level = 0; level < 256; level += 15) {
            float shown = Observed.of(free, 0, 30, 10, 20, level)[at];
            double dark = 0x38 / 255.0;
            assertEquals(dark + (1 - dark) * (level + 0.5) / 256, shown, 1e-6, "float rounding; from 0x38 to 0xff");
        }
    }

    @Test
    void everyPlaceOfTheArmLooksDifferent() {
        Dataset free = open("free");
        List<Integer> pictures = new ArrayList<>();
        for (int arm = 0; arm < 256; arm++) {
            pictures.add(Arrays.hashCode(Observed.of(free, 0, arm, 128, 128, 128)));
        }
        assertEquals(256, pictures.stream().distinct().count());
    }

    @Test
    void interventionsShowWhatTheMechanismShows() {
        Dataset free = open("free");
        Dataset all = open("all");
        assertTrue(free.rows().isEmpty());
        assertEquals(1L << 32, free.factors().combinations());
        int[] row = Arrays.copyOf(all.rows().orElseThrow(), 4);
        assertArrayEquals(Observed.of(all, 0, row), Observed.of(free, 1, row));
    }

    @Test
    void splitsAndSeedsAreIndependent() {
        int[] train = open("all").rows().orElseThrow();
        assertArrayEquals(train, open("all").rows().orElseThrow());
        Dataset test = Observed.open(new CircuitProvider(), "points", "" + POINTS, "split", "test");
        assertFalse(Arrays.equals(train, test.rows().orElseThrow()));
        Dataset other = Observed.open(new CircuitProvider(), "points", "" + POINTS, "seed", "1");
        assertFalse(Arrays.equals(train, other.rows().orElseThrow()));
        assertNotEquals(test.digest(), other.digest());
    }

    /** Recorded from this generator: when these bytes change, the digest's version has to change with them. */
    @Test
    void equalDigestsMeanEqualBytes() {
        assertEquals("circuit/1/128/published/20000/train/0", open("published").digest());
        assertEquals("5859492251f5785a", Observed.fingerprint(open("published"), 40));
    }

    private static Dataset open(String regime) {
        return Observed.open(new CircuitProvider(), "regime", regime, "points", "" + POINTS);
    }

    private static List<double[]> states(Dataset dataset) {
        int[] rows = dataset.rows().orElseThrow();
        return IntStream.range(0, rows.length / 4).mapToObj(i -> IntStream.range(0, 4)
                .mapToDouble(k -> (rows[4 * i + k] + 0.5) / 256).toArray()).toList();
    }

    private static double mean(List<double[]> states, int k) {
        return states.stream().mapToDouble(s -> s[k]).average().orElseThrow();
    }
}
