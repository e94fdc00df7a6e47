package org.distaff.study.browse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.image.Bitmap;

/** Observations of a data set in rows and columns. */
public final class DatasetSheet {

    /** Width of an observation on paper, at least. */
    private static final int READABLE = 64;
    /** Values of a factor that are shown; of more, as many in equal steps, the first and the last among them. */
    private static final int MOST_VALUES = 16;
    /** Stands where there is no observation. */
    private static final Bitmap EMPTY = new Bitmap(1, 1, new int[] {0x808080});

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
     * One factor against another, the others held. Of a data set that lists its observations each place has the nearest
     * one with the two values, or, where not every value has a place of its own, with values up to half way to the next
     * place; places without any stay empty.
     *
     * @param down   factor whose values go down, in [0, K)
     * @param across factor whose values go across; another one
     * @param held   factor row that the other factors are taken from
     */
    public static ImageGrid grid(Dataset dataset, int down, int across, int[] held, String title,
            RandomGenerator nuisance) {
        List<Factor> factors = dataset.factors().factors();
        double[] reach = reach(dataset.factors(), down, across);
        int[] downValues = values(factors.get(down).size());
        int[] acrossValues = values(factors.get(across).size());
        List<List<Bitmap>> rows = new ArrayList<>();
        Bitmap any = null;
        for (int downValue : downValues) {
            List<Bitmap> line = new ArrayList<>();
            for (int acrossValue : acrossValues) {
                int[] row = held.clone();
                row[down] = downValue;
                row[across] = acrossValue;
                Optional<int[]> place = ListedRows.nearest(dataset, row, reach);
                line.add(place.isEmpty() ? EMPTY : ObservationPictures.of(dataset, place.get(), nuisance)[0]);
                any = any == null && place.isPresent() ? line.get(line.size() - 1) : any;
            }
            rows.add(line);
        }
        return new ImageGrid(title, names(factors.get(down), downValues), names(factors.get(across), acrossValues), rows,
                any == null ? READABLE : cell(any));
    }

    /** The factor row in the middle of a factor space. */
    public static int[] middle(FactorSpace space) {
        return space.factors().stream().mapToInt(f -> f.size() / 2).toArray();
    }

    /** How far the two factors may be from their places: half the step between two of them; others may be anywhere. */
    private static double[] reach(FactorSpace space, int down, int across) {
        double[] reach = new double[space.count()];
        for (int k = 0; k < reach.length; k++) {
            int size = space.factors().get(k).size();
            int shown = Math.min(size, MOST_VALUES);
            reach[k] = k != down && k != across ? Double.POSITIVE_INFINITY
                    : shown == size ? 0 : 0.5 * (size - 1) / (shown - 1);
        }
        return reach;
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
