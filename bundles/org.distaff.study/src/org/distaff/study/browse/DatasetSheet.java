package org.distaff.study.browse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.failure.Problem;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.image.Bitmap;

/** Observations of a data set in rows and columns. */
public final class DatasetSheet {

    /** Width of an observation on paper, at least. */
    private static final int READABLE = 64;
    /** Values of a factor that are shown; of more, as many in equal steps, the first and the last among them. */
    private static final int MOST_VALUES = 16;

    private DatasetSheet() {
    }

    /** Random observations, as an evaluation draws them. */
    public static ImageGrid random(Dataset dataset, int count, String title, RandomGenerator random) {
        Bitmap[] pictures = ObservationPictures.of(dataset, Dataset.sample(dataset, count, random), random);
        int columns = (int) Math.ceil(Math.sqrt(count));
        List<List<Bitmap>> rows = new ArrayList<>();
        for (int from = 0; from < count; from += columns) {
            rows.add(Arrays.asList(pictures).subList(from, Math.min(count, from + columns)));
        }
        return new ImageGrid(title, List.of(), List.of(), rows, cell(pictures[0]));
    }

    /**
     * One factor against another, the others held.
     *
     * @param down   factor whose values go down, in [0, K)
     * @param across factor whose values go across; another one
     * @param held   factor row that the other factors are taken from
     * @throws Problem (input) when the data set lists its observations and lacks some of these
     */
    public static ImageGrid grid(Dataset dataset, int down, int across, int[] held, String title,
            RandomGenerator nuisance) {
        if (dataset.rows().isPresent()) {
            throw Problem.input("The data set has observations for some combinations of factors only, so two factors "
                    + "cannot be walked; look at random observations instead.");
        }
        List<Factor> factors = dataset.factors().factors();
        int[] downValues = values(factors.get(down).size());
        int[] acrossValues = values(factors.get(across).size());
        List<List<Bitmap>> rows = new ArrayList<>();
        for (int value : downValues) {
            int[] line = new int[acrossValues.length * held.length];
            for (int i = 0; i < acrossValues.length; i++) {
                System.arraycopy(held, 0, line, i * held.length, held.length);
                line[i * held.length + down] = value;
                line[i * held.length + across] = acrossValues[i];
            }
            rows.add(List.of(ObservationPictures.of(dataset, line, nuisance)));
        }
        return new ImageGrid(title, names(factors.get(down), downValues), names(factors.get(across), acrossValues), rows,
                cell(rows.get(0).get(0)));
    }

    private static int[] values(int size) {
        int shown = Math.min(size, MOST_VALUES);
        return IntStream.range(0, shown)
                .map(i -> shown == 1 ? 0 : (int) Math.round((double) i * (size - 1) / (shown - 1))).toArray();
    }

    private static List<String> names(Factor factor, int[] values) {
        return Arrays.stream(values).mapToObj(v -> valueName(factor, v)).toList();
    }

    /** A factor's value in words, or its number. */
    public static String valueName(Factor factor, int value) {
        return factor.valueNames().isEmpty() ? String.valueOf(value) : factor.valueNames().get(value);
    }

    private static double cell(Bitmap picture) {
        int longer = Math.max(picture.width(), picture.height());
        return (double) longer * Math.ceilDiv(READABLE, longer);
    }
}
