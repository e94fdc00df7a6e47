package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.sprites.SpritesProvider;
import org.junit.jupiter.api.Test;

class SpritesTest {

    private static final RandomGenerator UNUSED = RandomStreams.derive(0, "unused");
    private final Dataset sprites = open("64");

    /** Areas of the unrotated shapes at scales 0.5 … 1.0, counted on the published dSprites animation. */
    private static final int[][] AREAS = {{100, 144, 196, 256, 324, 400}, {76, 104, 144, 184, 228, 288},
            {58, 84, 108, 140, 182, 222}};

    @Test
    void areasAreThoseOfTheOriginal() {
        for (int shape = 0; shape < 3; shape++) {
            for (int scale = 0; scale < 6; scale++) {
                int area = area(observe(sprites, shape, scale, 0, 0, 0)); // x = y = 0: the pivot is on a pixel corner
                int tolerance = shape == 2 ? 2 : 0; // the heart's outline is a fit
                assertEquals(AREAS[shape][scale], area, tolerance, "shape " + shape + ", scale " + scale);
            }
        }
    }

    @Test
    void lastOrientationRepeatsTheFirst() {
        for (int shape = 0; shape < 3; shape++) {
            assertArrayEquals(observe(sprites, shape, 3, 0, 7, 9), observe(sprites, shape, 3, 39, 7, 9));
        }
        // 39 steps to a turn: no other orientation of the heart repeats
        long distinct = IntStream.range(0, 39).mapToObj(o -> List.of(box(observe(sprites, 2, 5, o, 0, 0)))).distinct()
                .count();
        assertEquals(39, distinct);
    }

    @Test
    void positionsMoveRightAndDown() {
        double[] left = centroid(observe(sprites, 0, 2, 0, 0, 16));
        double[] right = centroid(observe(sprites, 0, 2, 0, 31, 16));
        assertEquals(32, right[0] - left[0], 1e-9, "31 steps of 32/31 pixels");
        assertEquals(0, right[1] - left[1], 1e-9);
        double[] top = centroid(observe(sprites, 0, 2, 0, 16, 0));
        double[] bottom = centroid(observe(sprites, 0, 2, 0, 16, 31));
        assertEquals(32, bottom[1] - top[1], 1e-9);
    }

    @Test
    void theHeartStandsOnItsTip() {
        float[] heart = observe(sprites, 2, 5, 0, 0, 0);
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < 64 * 64; i++) {
            upper += i / 64 < 16 ? (int) heart[i] : 0;
            lower += i / 64 >= 16 ? (int) heart[i] : 0;
        }
        assertTrue(upper > lower, "lobes are up: " + upper + " pixels above the pivot, " + lower + " below");
    }

    @Test
    void turningIsCounterClockwiseOnScreen() {
        // an ellipse turned by 5/39 of a turn (46°) leans to the upper right: on where dx = -dy, off where dx = dy
        float[] turned = observe(sprites, 1, 5, 5, 0, 0);
        assertEquals(1, turned[(16 - 7) * 64 + 16 + 6]);
        assertEquals(0, turned[(16 + 7) * 64 + 16 + 7]);
    }

    @Test
    void nothingLeavesTheImage() {
        for (int shape = 0; shape < 3; shape++) {
            for (int orientation = 0; orientation < 40; orientation++) {
                for (int corner = 0; corner < 4; corner++) {
                    float[] image = observe(sprites, shape, 5, orientation, corner % 2 * 31, corner / 2 * 31);
                    for (int i = 0; i < 64; i++) {
                        assertEquals(0, image[i] + image[63 * 64 + i] + image[i * 64] + image[i * 64 + 63]);
                    }
                }
            }
        }
    }

    @Test
    void batchesEqualSingleObservations() {
        int[] rows = sprites.factors().sample(50, RandomStreams.derive(1, "test"));
        FloatBuffer batch = FloatBuffer.allocate(50 * 4096);
        sprites.observe(rows, UNUSED, batch);
        assertEquals(50 * 4096, batch.position());
        List<float[]> parallel = IntStream.range(0, 50).parallel()
                .mapToObj(i -> observe(sprites, java.util.Arrays.copyOfRange(rows, i * 5, i * 5 + 5))).toList();
        for (int i = 0; i < 50; i++) {
            float[] one = new float[4096];
            batch.get(i * 4096, one);
            assertArrayEquals(one, parallel.get(i));
        }
    }

    @Test
    void smallSpritesAreTheSameScene() {
        Dataset small = open("32");
        assertEquals(32 * 32, small.observation().values());
        // a quarter of the area; the outline of about 60 pixels may round either way at a quarter of a pixel each
        assertEquals(AREAS[1][5] / 4.0, area(observe(small, 1, 5, 0, 0, 0)), 8);
        // the square's side is 19.2 scene pixels = 9.6 small ones: 10 centres (±0.5 … ±4.5 within ±4.8)
        assertEquals(100, area(observe(small, 0, 5, 0, 0, 0)));
        assertEquals("sprites/1/32", small.digest());
    }

    /** Recorded from this generator: when these bytes change, the digest's version has to change with them. */
    @Test
    void equalDigestsMeanEqualBytes() throws NoSuchAlgorithmException {
        assertEquals("sprites/1/64", sprites.digest());
        assertEquals("59e477123872bb61", fingerprint(sprites));
        assertEquals("901e433572df5a71", fingerprint(open("32")));
    }

    private static String fingerprint(Dataset dataset) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        int[] rows = dataset.factors().sample(2000, RandomStreams.derive(2, "fingerprint"));
        FloatBuffer target = FloatBuffer.allocate(2000 * dataset.observation().values());
        dataset.observe(rows, UNUSED, target);
        for (float value : target.array()) {
            sha.update((byte) value);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 8);
    }

    @Test
    void thereAre737280() {
        assertEquals(737_280, sprites.factors().combinations());
    }

    private static Dataset open(String resolution) {
        SpritesProvider provider = new SpritesProvider();
        return provider.open(Parameters.of(provider, Map.of("resolution", resolution)));
    }

    private static float[] observe(Dataset dataset, int... row) {
        FloatBuffer target = FloatBuffer.allocate(dataset.observation().values());
        dataset.observe(row, UNUSED, target);
        for (float value : target.array()) {
            assertTrue(value == 0 || value == 1, "sprites are binary");
        }
        return target.array();
    }

    private static int area(float[] image) {
        int area = 0;
        for (float value : image) {
            area += (int) value;
        }
        return area;
    }

    private static Integer[] box(float[] image) {
        return IntStream.range(0, image.length).filter(i -> image[i] > 0).boxed().toArray(Integer[]::new);
    }

    private static double[] centroid(float[] image) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < image.length; i++) {
            x += image[i] * (i % 64);
            y += image[i] * (i / 64);
        }
        return new double[] {x / area(image), y / area(image)};
    }
}
