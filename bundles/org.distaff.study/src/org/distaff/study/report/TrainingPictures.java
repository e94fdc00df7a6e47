package org.distaff.study.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.failure.Problem;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.traverse.TraversalPictures;

/**
 * What a cell's {@code pictures/} hold: reconstructions and traversals at some steps of its training.
 *
 * @param steps           the steps, ascending
 * @param reconstructions one row of observations, then one row of their reconstructions per step
 * @param traversals      one sheet per step: a row per latent, a column per value
 */
public record TrainingPictures(List<Long> steps, Bitmap reconstructions, List<Bitmap> traversals) {

    private static final Pattern FILE = Pattern.compile("step-(\\d{1,15})\\.npz");

    /**
     * The pictures of a cell's folder, if it has some.
     *
     * @throws Problem (input) when a file does not hold what it should
     */
    public static Optional<TrainingPictures> of(Path cellFolder) throws IOException {
        Path folder = cellFolder.resolve("pictures");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Map<Long, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    files.put(Long.parseLong(name.group(1)), file);
                }
            }
        }
        List<List<Bitmap>> rows = new ArrayList<>();
        List<Bitmap> traversals = new ArrayList<>();
        for (Path file : files.values()) {
            Map<String, NpyArray> arrays = NumpyFile.archive(file);
            if (rows.isEmpty()) {
                rows.add(row(images(arrays, "observations", 4, file), 0, -1));
            }
            rows.add(row(images(arrays, "reconstructions", 4, file), 0, -1));
            NpyArray walks = images(arrays, "traversal", 5, file);
            List<List<Bitmap>> sheet = new ArrayList<>();
            for (int latent = 0; latent < walks.shape()[0]; latent++) {
                sheet.add(row(walks, latent * walks.shape()[1], walks.shape()[1]));
            }
            traversals.add(TraversalPictures.tiles(sheet));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(
                new TrainingPictures(List.copyOf(files.keySet()), TraversalPictures.tiles(rows), traversals));
    }

    private static NpyArray images(Map<String, NpyArray> arrays, String name, int axes, Path file) {
        NpyArray array = arrays.get(name);
        if (array == null || array.shape().length != axes || Arrays.stream(array.shape()).anyMatch(side -> side < 1)) {
            throw Problem.input(file + " has no images named '" + name + "'; delete it or train the cell anew.");
        }
        return array;
    }

    /** So many images from one on, or all with -1; pixels are 0 to 255, the last three axes are C, H, W. */
    private static List<Bitmap> row(NpyArray images, int first, int count) {
        int[] shape = images.shape();
        int axis = shape.length - 3;
        int size = shape[axis] * shape[axis + 1] * shape[axis + 2];
        int last = count < 0 ? images.values().length / size : first + count;
        List<Bitmap> row = new ArrayList<>();
        for (int n = first; n < last; n++) {
            float[] pixels = new float[size];
            for (int i = 0; i < size; i++) {
                pixels[i] = (float) (images.values()[n * size + i] / 255);
            }
            row.add(Bitmap.ofObservation(pixels, 0, shape[axis], shape[axis + 1], shape[axis + 2]));
        }
        return row;
    }
}
