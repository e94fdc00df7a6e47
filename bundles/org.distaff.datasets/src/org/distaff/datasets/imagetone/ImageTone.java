package org.distaff.datasets.imagetone;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.data.PartedDataset;

/** A digit in three modalities that share the digit and nothing else: 784 + 640 + 130 values. */
final class ImageTone implements PartedDataset {

    private static final List<String> NAMES =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final int LETTERS = 5;
    private static final int ALPHABET = 26;
    private static final int FACTORS = 6;
    private static final double[] ROTATIONS = {-30, -20, -10, 0, 10, 20, 30};
    private static final double[] SCALES = {0.7, 0.825, 0.95, 1.075, 1.2};
    private static final double[] THICKNESSES = {1.5, 2.25, 3, 3.75};
    /** In Hz, a quarter of an octave apart. */
    private static final double[] PITCHES = {100, 119, 141, 168, 200, 238};
    /** In frames of 20 ms. */
    private static final int[] DURATIONS = {12, 14, 16, 18, 20};

    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("digit", NAMES.size(), FactorKind.NOMINAL, NAMES),
            levels("rotation", "°", ROTATIONS), levels("scale", "", SCALES), levels("thickness", " px", THICKNESSES),
            levels("pitch", " Hz", PITCHES),
            levels("duration", " ms", Arrays.stream(DURATIONS).mapToDouble(frames -> 20 * frames).toArray())));
    private static final List<ObservationPart> PARTS = List.of(
            new ObservationPart("image", ObservationKind.IMAGE, new ObservationShape(1, DigitShape.SIZE, DigitShape.SIZE)),
            new ObservationPart("tone", ObservationKind.VECTOR,
                    new ObservationShape(1, MelBands.COUNT, SpokenDigit.FRAMES)),
            new ObservationPart("letters", ObservationKind.VECTOR, new ObservationShape(1, LETTERS, ALPHABET)));
    private static final DigitShape[] SHAPES = DigitShape.all();

    private final double noise;
    private final String digest;

    ImageTone(double noise, String digest) {
        this.noise = noise;
        this.digest = digest;
    }

    private static Factor levels(String name, String unit, double[] values) {
        return new Factor(name, values.length, FactorKind.ORDINAL, Arrays.stream(values)
                .mapToObj(v -> (v == Math.rint(v) ? String.valueOf((int) v) : String.valueOf(v)) + unit).toList());
    }

    @Override
    public FactorSpace factors() {
        return SPACE;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(1, 1, PARTS.stream().mapToInt(part -> part.shape().values()).sum());
    }

    @Override
    public ObservationKind kind() {
        return ObservationKind.VECTOR;
    }

    @Override
    public List<ObservationPart> parts() {
        return PARTS;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row = 0; row < factorRows.length; row += FACTORS) {
            int digit = factorRows[row];
            SHAPES[digit].draw(StrictMath.toRadians(ROTATIONS[factorRows[row + 1]]), SCALES[factorRows[row + 2]],
                    THICKNESSES[factorRows[row + 3]], target);
            SpokenDigit.write(digit, PITCHES[factorRows[row + 4]], DURATIONS[factorRows[row + 5]], noise, nuisance,
                    target);
            letters(NAMES.get(digit), target);
        }
    }

    /** A row of 26 for each letter of the word, with a 1 where the letter stands in the alphabet; five rows. */
    private static void letters(String word, FloatBuffer target) {
        for (int i = 0; i < LETTERS * ALPHABET; i++) {
            int place = i / ALPHABET;
            target.put(place < word.length() && word.charAt(place) - 'a' == i % ALPHABET ? 1 : 0);
        }
    }
}
