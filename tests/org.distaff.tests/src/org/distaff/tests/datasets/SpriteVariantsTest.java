package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.datasets.sprites.SpritesProvider;
import org.junit.jupiter.api.Test;

/** The painted variants hide nothing of the white shape and add what their papers say. */
class SpriteVariantsTest {

    private static final int PIXELS = 64 * 64;
    private static final int[] HEART = {2, 5, 7, 10, 20};

    private final float[] white = Observed.of(open("plain"), 0, HEART);

    @Test
    void colourIsDrawnFromTheUpperHalf() {
        Dataset colour = open("colour");
        for (int seed = 0; seed < 50; seed++) {
            float[] image = Observed.of(colour, seed, HEART);
            for (int c = 0; c < 3; c++) {
                float inside = image[c * PIXELS + firstWhite()];
                assertTrue(inside >= 0.5 && inside <= 1, "U(½, 1): " + inside);
                for (int i = 0; i < PIXELS; i++) {
                    assertEquals(white[i] * inside, image[c * PIXELS + i]);
                }
            }
        }
        assertTrue(Observed.difference(Observed.of(colour, 1, HEART), Observed.of(colour, 2, HEART)) > 0);
    }

    @Test
    void noiseFillsTheBackgroundOnly() {
        float[] image = Observed.of(open("noise"), 3, HEART);
        double sum = 0;
        int outside = 0;
        for (int i = 0; i < image.length; i++) {
            if (white[i % PIXELS] == 1) {
                assertEquals(1, image[i], "1 plus noise is cut at 1");
            } else {
                sum += image[i];
                outside++;
            }
        }
        // mean ½ of U(0, 1), standard deviation 0.289 / √outside; five of them
        assertEquals(0.5, sum / outside, 5 * 0.289 / Math.sqrt(outside));
    }

    @Test
    void backgroundIsInvertedInsideTheShape() {
        Dataset background = open("background");
        int[] elsewhere = {0, 0, 0, 31, 31};
        float[] other = Observed.of(open("plain"), 0, elsewhere);
        // the same nuisance gives the same part of the picture and the same colour, whatever stands on it
        float[] heart = Observed.of(background, 4, HEART);
        float[] square = Observed.of(background, 4, elsewhere);
        for (int i = 0; i < heart.length; i++) {
            boolean inverted = white[i % PIXELS] != other[i % PIXELS];
            assertEquals(inverted ? 1 - square[i] : square[i], heart[i], 1e-6, "float rounding of 1 − x");
        }
    }

    @Test
    void backgroundsDiffer() {
        Dataset background = open("background");
        float[] first = Observed.of(background, 0, HEART);
        for (int seed = 1; seed < 20; seed++) {
            assertTrue(Observed.difference(first, Observed.of(background, seed, HEART)) > 0.01);
        }
    }

    @Test
    void abstractSpritesHaveTwoFactorsOfColourAndHideTheOrientation() {
        Dataset sprites = open("abstract");
        assertEquals(List.of("background", "colour", "shape", "scale", "x", "y"),
                sprites.factors().factors().stream().map(Factor::name).toList());
        assertEquals(5 * 6 * 3 * 6 * 32 * 32, sprites.factors().combinations());
        long orientations = IntStream.range(0, 400)
                .mapToObj(seed -> List.of(maskOf(Observed.of(sprites, seed, 0, 0, 2, 5, 10, 20)))).distinct().count();
        // 39 of 40 orientations of the heart differ; one missing in 400 draws has probability 39 (1 − 1/40)^400 = 0.2 %
        assertEquals(39, orientations);
    }

    @Test
    void greysAndHuesAreThePublishedOnes() {
        Dataset sprites = open("abstract");
        for (int grey = 0; grey < 5; grey++) {
            float[] image = Observed.of(sprites, 0, grey, 4, 0, 5, 15, 15);
            assertEquals(grey / 4f, image[0]);
            // the fifth of six HUSL hues of equal lightness, a blue: 0.233, 0.640, 0.926
            int centre = 32 * 64 + 32;
            assertArrayEquals(new float[] {0.23299f, 0.63959f, 0.92607f},
                    new float[] {image[centre], image[PIXELS + centre], image[2 * PIXELS + centre]}, 1e-5f);
        }
    }

    /** Recorded from this generator: when these bytes change, the digest's version has to change with them. */
    @Test
    void equalDigestsMeanEqualBytes() {
        assertEquals("sprites/1/64/background", open("background").digest());
        assertEquals(List.of("cb432990076c20ea", "c8e45393ee6ca04b", "782a778c8e0c6b2f", "1bff13dfd1f5ccc5"),
                List.of("colour", "noise", "background", "abstract").stream()
                .map(variant -> Observed.fingerprint(open(variant), 100)).toList());
    }

    private static Dataset open(String variant) {
        return Observed.open(new SpritesProvider(), "variant", variant);
    }

    private int firstWhite() {
        return IntStream.range(0, PIXELS).filter(i -> white[i] == 1).findFirst().orElseThrow();
    }

    private static Integer[] maskOf(float[] image) {
        return IntStream.range(0, PIXELS).filter(i -> image[i] != image[0]).boxed().toArray(Integer[]::new);
    }
}
