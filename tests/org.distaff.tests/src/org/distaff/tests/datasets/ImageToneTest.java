package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.imagetone.ImageToneProvider;
import org.junit.jupiter.api.Test;

class ImageToneTest {

    private static final int IMAGE = 28 * 28;
    private static final int BANDS = 32;
    private static final int FRAMES = 20;
    private static final Dataset SILENT = open(0);

    private static Dataset open(double noise) {
        ImageToneProvider provider = new ImageToneProvider();
        return provider.open(Parameters.of(provider, Map.of("noise", noise)));
    }

    private static float[] observe(Dataset dataset, int... row) {
        FloatBuffer target = FloatBuffer.allocate(dataset.observation().values());
        dataset.observe(row, RandomStreams.derive(7, "test"), target);
        return target.array();
    }

    private static float[] image(float[] observation) {
        return Arrays.copyOf(observation, IMAGE);
    }

    private static float[] tone(float[] observation) {
        return Arrays.copyOfRange(observation, IMAGE, IMAGE + BANDS * FRAMES);
    }

    private static float[] letters(float[] observation) {
        return Arrays.copyOfRange(observation, IMAGE + BANDS * FRAMES, observation.length);
    }

    @Test
    void threePartsMakeOneObservation() {
        List<ObservationPart> parts = ObservationPart.of(SILENT);
        assertEquals(List.of("image", "tone", "letters"), parts.stream().map(ObservationPart::name).toList());
        assertEquals(ObservationKind.IMAGE, parts.get(0).kind());
        assertEquals(SILENT.observation().values(), parts.stream().mapToInt(p -> p.shape().values()).sum());
        float[] all = observe(SILENT, 3, 0, 4, 3, 0, 4);
        for (float value : all) {
            assertTrue(value >= 0 && value <= 1, "value " + value);
        }
    }

    @Test
    void onlyTheDigitChangesEveryPart() {
        float[] one = observe(SILENT, 1, 3, 2, 2, 2, 2);
        float[] two = observe(SILENT, 2, 3, 2, 2, 2, 2);
        assertFalse(Arrays.equals(image(one), image(two)));
        assertFalse(Arrays.equals(tone(one), tone(two)));
        assertFalse(Arrays.equals(letters(one), letters(two)));
        for (int factor = 1; factor < 6; factor++) {
            int[] row = {1, 3, 2, 2, 2, 2};
            row[factor]++;
            float[] changed = observe(SILENT, row);
            assertEquals(factor < 4, !Arrays.equals(image(one), image(changed)), "image, factor " + factor);
            assertEquals(factor >= 4, !Arrays.equals(tone(one), tone(changed)), "tone, factor " + factor);
            assertArrayEquals(letters(one), letters(changed), "letters, factor " + factor);
        }
    }

    /**
     * A zero is an ellipse: half axes 0.6 and 0.95 of 9.5 pixels at scale 0.95, whose perimeter is 46.85 pixels
     * (Ramanujan), or 1.1 % less with 12 corners; times 3 pixels. Ends and inner corners change it by less than 1 %.
     */
    @Test
    void strokesCoverWhatTheyShould() {
        float[] zero = image(observe(SILENT, 0, 3, 2, 2, 0, 0));
        double area = IntStream.range(0, IMAGE).mapToDouble(i -> zero[i]).sum();
        assertEquals(46.85 * 0.989 * 3, area, 0.02 * 140);
    }

    @Test
    void wordsAreSpeltInOneHotRows() {
        float[] seven = letters(observe(SILENT, 7, 0, 0, 0, 0, 0));
        for (int place = 0; place < 5; place++) {
            for (int letter = 0; letter < 26; letter++) {
                assertEquals("seven".charAt(place) - 'a' == letter ? 1 : 0, seven[place * 26 + letter]);
            }
        }
        float[] six = letters(observe(SILENT, 6, 0, 0, 0, 0, 0));
        assertEquals(3, IntStream.range(0, 130).mapToDouble(i -> six[i]).sum(), "three letters, two empty rows");
    }

    /** Without noise, frames that begin behind the end are silent, and those that begin before it are not. */
    @Test
    void soundsLastAsLongAsTheyShould() {
        for (int duration = 0; duration < 5; duration++) {
            float[] tone = tone(observe(SILENT, 2, 0, 0, 0, 0, duration));
            for (int frame = 0; frame < FRAMES; frame++) {
                int at = frame;
                double loudest = IntStream.range(0, BANDS).mapToDouble(b -> tone[b * FRAMES + at]).max().orElseThrow();
                boolean pause = frame > 0 && frame < 12; // a two begins with a t
                assertTrue(pause || frame < 12 + 2 * duration == loudest > 0, "frame " + frame + ", " + loudest);
            }
        }
    }

    /**
     * "three" ends in the vowel of "heed", with resonances at 270 and 2,290 Hz (Peterson and Barney 1952, table II): 2.6
     * and 23.6 in bands, counted from 0, of (mel(f) − 150.5) / 60.47 − 1; harmonics are 100 Hz apart, a band and a half
     * down there and a half up there.
     */
    @Test
    void vowelsHaveTheirResonances() {
        float[] tone = tone(observe(SILENT, 3, 0, 0, 0, 0, 4));
        int frame = 17;
        assertEquals(2.6, strongest(tone, frame, 0, 12), 1.5);
        assertEquals(23.6, strongest(tone, frame, 12, 27), 1);
    }

    private static int strongest(float[] tone, int frame, int from, int to) {
        return IntStream.range(from, to).boxed()
                .max((a, b) -> Float.compare(tone[a * FRAMES + frame], tone[b * FRAMES + frame])).orElseThrow();
    }

    @Test
    void noiseIsDrawnAnewAndNothingElse() {
        Dataset noisy = open(0.1);
        FloatBuffer twice = FloatBuffer.allocate(2 * noisy.observation().values());
        noisy.observe(new int[] {1, 3, 2, 2, 2, 2, 1, 3, 2, 2, 2, 2}, RandomStreams.derive(7, "test"), twice);
        float[] first = Arrays.copyOf(twice.array(), twice.array().length / 2);
        float[] second = Arrays.copyOfRange(twice.array(), first.length, 2 * first.length);
        assertArrayEquals(observe(noisy, 1, 3, 2, 2, 2, 2), first);
        assertArrayEquals(image(first), image(second));
        assertFalse(Arrays.equals(tone(first), tone(second)));
        assertFalse(noisy.digest().equals(SILENT.digest()));
    }
}
