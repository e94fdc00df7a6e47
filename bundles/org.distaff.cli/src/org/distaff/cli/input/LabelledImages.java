package org.distaff.cli.input;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;

/**
 * Images with the factors they show: a {@code .npz} archive with {@code images}, {@code factors} and, if it likes,
 * {@code factor_sizes}.
 *
 * @param images  the observations
 * @param factors their factor values, in a space of their own
 */
public record LabelledImages(ImageArray images, FactorTable factors) {

    private static final List<String> IMAGES = List.of("images", "imgs", "x");
    private static final List<String> FACTORS = List.of("factors", "latents_classes", "labels");

    /** Reads an archive for an encoder that takes such observations. */
    public static LabelledImages read(Path file, String option, ObservationShape wanted) {
        Map<String, NpyArray> arrays = NumpyFile.archive(file);
        ImageArray images = ImageArray.of(need(arrays, IMAGES, file, option), file + " (images)", wanted);
        FactorFile factors = FactorFile.of(need(arrays, FACTORS, file, option), file, option);
        if (factors.points() != images.count()) {
            throw Problem.input(option + ": " + file + " has " + images.count() + " images, but factors of "
                    + factors.points() + " points; both need one row per point.");
        }
        List<Integer> sizes = Optional.ofNullable(arrays.get("factor_sizes")).map(LabelledImages::sizes).orElse(null);
        return new LabelledImages(images, FactorTable.of(factors, null, sizes));
    }

    private static List<Integer> sizes(NpyArray array) {
        return Arrays.stream(array.values()).mapToObj(size -> {
            if (size != Math.rint(size) || size < 1 || size > Integer.MAX_VALUE) {
                throw Problem.input("'factor_sizes' holds " + Plain.number(size)
                        + "; sizes are integers of at least 1.");
            }
            return (int) size;
        }).toList();
    }

    private static NpyArray need(Map<String, NpyArray> arrays, List<String> names, Path file, String option) {
        return names.stream().filter(arrays::containsKey).findFirst().map(arrays::get)
                .orElseThrow(() -> Problem.input(option + ": " + file + " holds no array '" + names.get(0)
                        + "'; it holds " + String.join(", ", arrays.keySet()) + "."));
    }
}
