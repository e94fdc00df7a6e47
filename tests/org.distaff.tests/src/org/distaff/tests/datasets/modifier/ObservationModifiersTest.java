package org.distaff.tests.datasets.modifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.modifier.Augment;
import org.distaff.datasets.modifier.Colour;
import org.distaff.datasets.modifier.Noise;
import org.distaff.datasets.modifier.Resize;
import org.distaff.datasets.sprites.SpritesProvider;
import org.junit.jupiter.api.Test;

/** Noise, size, colour and augmentation of observations. */
class ObservationModifiersTest {

    private static final int[] ROW = {3, 0, 0, 0};

    private static Dataset of(int channels, int height, int width) {
        return new Modified(new ObservationShape(channels, height, width), Optional.empty());
    }

    @Test
    void noiseHasItsMoments() {
        Dataset large = of(1, 200, 200); // values 0 … 1 in equal steps
        float[] clean = Modified.observe(large, 0, ROW);
        float[] gaussian = Modified.observe(Modified.modify(new Noise(), large, Map.of("amount", 0.05)), 0, ROW);
        double sum = 0;
        double squares = 0;
        int counted = 0;
        for (int i = 0; i < clean.length; i++) {
            if (clean[i] > 0.3 && clean[i] < 0.7) { // six standard deviations from clipping
                sum += gaussian[i] - clean[i];
                squares += Math.pow(gaussian[i] - clean[i], 2);
                counted++;
            }
        }
        assertEquals(0, sum / counted, 5 * 0.05 / Math.sqrt(counted));
        assertEquals(0.05, Math.sqrt(squares / counted), 5 * 0.05 / Math.sqrt(2.0 * counted));
        float[] uniform = Modified.observe(Modified.modify(new Noise(), large, Map.of("kind", "uniform", "amount", 1.0)), 0, ROW);
        double mean = 0;
        for (int i = 0; i < uniform.length; i++) {
            assertTrue(uniform[i] >= clean[i] && uniform[i] <= 1);
            mean += uniform[i] / uniform.length;
        }
        // E min(1, x + u) = ½ + x − x²/2 averaged over x ∈ [0, 1]: ½ + ½ − ⅙; its standard deviation per pixel is below 0.3
        assertEquals(5 / 6.0, mean, 5 * 0.3 / 200);
        float[] pepper = Modified.observe(Modified.modify(new Noise(), of(3, 200, 200), Map.of("kind", "salt-pepper", "amount", 0.1)), 0, ROW);
        int whole = 0;
        for (int i = 0; i < 40_000; i++) {
            boolean black = pepper[i] == 0 && pepper[i + 40_000] == 0 && pepper[i + 80_000] == 0;
            boolean white = pepper[i] == 1 && pepper[i + 40_000] == 1 && pepper[i + 80_000] == 1;
            whole += black || white ? 1 : 0;
        }
        assertEquals(4000, whole, 5 * Math.sqrt(40_000 * 0.09), "all channels of a pixel together, binomial");
    }

    @Test
    void noiseDoesNotDependOnBatches() {
        Dataset dataset = Modified.modify(new Noise(), new Modified(), Map.of());
        FloatBuffer together = FloatBuffer.allocate(2 * 24);
        dataset.observe(new int[] {1, 0, 0, 0, 2, 0, 0, 0}, RandomStreams.derive(0, "n"), together);
        FloatBuffer apart = FloatBuffer.allocate(2 * 24);
        var nuisance = RandomStreams.derive(0, "n");
        dataset.observe(new int[] {1, 0, 0, 0}, nuisance, apart);
        dataset.observe(new int[] {2, 0, 0, 0}, nuisance, apart);
        assertArrayEquals(apart.array(), together.array());
    }

    @Test
    void areasAreMeansAndBilinearIsLinear() {
        Dataset ramp = of(1, 4, 6); // value i/24 at pixel i
        float[] half = Modified.observe(Modified.modify(new Resize(), ramp, Map.of("height", 2, "width", 3)), 0, ROW);
        // mean of pixels 0, 1, 6, 7 is 3.5; steps of 2 across and 12 down
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals((3.5 + 2 * j + 12 * i) / 24, half[i * 3 + j], 1e-6, "float arithmetic");
            }
        }
        float[] uneven = Modified.observe(Modified.modify(new Resize(), ramp, Map.of("height", 1, "width", 4)), 0, ROW);
        // the second of 4 from 6: half of pixel 1 and pixel 2 whole = (0.5·1 + 2)/1.5 = 5/3, plus the mean row 1.5·6
        assertEquals((5 / 3.0 + 9) / 24, uneven[1], 1e-6);
        float[] larger = Modified.observe(Modified.modify(new Resize(), ramp, Map.of("height", 4, "width", 12, "method", "bilinear")), 0, ROW);
        assertEquals(0, larger[0], 1e-7, "beyond the outermost centre the edge goes on");
        assertEquals(0.75 / 24, larger[2], 1e-7, "centre 2.5 of 12 is at 0.75 of 6");
    }

    @Test
    void coloursAreReplicatedTintedAndWeighed() {
        float[] rgb = Modified.observe(Modified.modify(new Colour(), of(1, 2, 2), Map.of()), 0, ROW);
        assertArrayEquals(new float[] {0, .25f, .5f, .75f, 0, .25f, .5f, .75f, 0, .25f, .5f, .75f}, rgb);
        float[] tinted = Modified.observe(Modified.modify(new Colour(), of(1, 2, 2), Map.of("tint", true)), 0, ROW);
        for (int c = 0; c < 3; c++) {
            assertTrue(tinted[c * 4 + 2] >= 0.25 && tinted[c * 4 + 2] < 0.5);
            assertEquals(tinted[c * 4 + 1] * 3, tinted[c * 4 + 3], 1e-6);
        }
        float[] grey = Modified.observe(Modified.modify(new Colour(), of(3, 1, 2), Map.of("to", "grey")), 0, ROW);
        // pixel 0: 0, 2/6, 4/6; weights of BT.601
        assertEquals(0.587 * 2 / 6 + 0.114 * 4 / 6, grey[0], 1e-6);
        assertThrows(Problem.class, () -> Modified.modify(new Colour(), of(2, 1, 2), Map.of()));
    }

    @Test
    void augmentationsCanBeSwitchedOffOneByOne() {
        Map<String, Boolean> off = Map.of("crop", false, "flip", false, "jitter", false, "grey", false);
        Dataset image = of(3, 8, 8);
        float[] clean = Modified.observe(image, 0, ROW);
        assertArrayEquals(clean, Modified.observe(Modified.modify(new Augment(), image, off), 1, ROW));
        Dataset flips = Modified.modify(new Augment(), image, Map.of("crop", false, "flip", true, "jitter", false, "grey", false));
        int flipped = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] view = Modified.observe(flips, seed, ROW);
            flipped += view[0] == clean[7] && view[7] == clean[0] ? 1 : 0;
            assertTrue(view[0] == clean[7] || view[0] == clean[0]);
        }
        assertEquals(100, flipped, 5 * Math.sqrt(50));
        Dataset greys = Modified.modify(new Augment(), image, Map.of("crop", false, "flip", false, "jitter", false));
        int grey = 0;
        for (int seed = 0; seed < 500; seed++) {
            float[] view = Modified.observe(greys, seed, ROW);
            grey += Math.abs(view[5] - view[69]) < 1e-6 ? 1 : 0;
        }
        assertEquals(50, grey, 5 * Math.sqrt(45));
    }

    @Test
    void cropsKeepValuesAndEnlarge() {
        SpritesProvider provider = new SpritesProvider();
        Dataset sprites = provider.open(Parameters.defaults(provider));
        Dataset crops = Modified.modify(new Augment(), sprites,
                Map.of("flip", false, "jitter", false, "grey", false, "minimumArea", 0.5));
        double mean = 0;
        for (int seed = 0; seed < 400; seed++) {
            for (float value : Modified.observe(crops, seed, 0, 5, 0, 16, 16)) {
                assertTrue(value >= 0 && value <= 1);
                mean += value / 400;
            }
        }
        // a square of 400 pixels near the middle, enlarged by 1/area with area uniform in [0.5, 1]: 400 · 2 ln 2 = 554 while
        // it stays inside, less where a crop cuts it
        assertTrue(mean > 470 && mean < 560, "mean area " + mean);
    }

    @Test
    void jitterMovesBrightness() {
        Dataset jitter = Modified.modify(new Augment(), of(1, 8, 8), Map.of("crop", false, "flip", false));
        float[] clean = Modified.observe(of(1, 8, 8), 0, ROW);
        int same = 0;
        for (int seed = 0; seed < 500; seed++) {
            same += java.util.Arrays.equals(clean, Modified.observe(jitter, seed, ROW)) ? 1 : 0;
        }
        assertEquals(100, same, 5 * Math.sqrt(80), "untouched with probability 0.2");
    }
}
