package org.distaff.cli.dataset;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.plot.image.Bitmap;

/**
 * Observations side by side as one picture. Three channels are red, green and blue; of other numbers of channels each
 * group of three, or each one, is a panel of its own. Values of fields are stretched from the channel's smallest value
 * to its largest.
 */
final class Sheet {

    private static final int GAP = 2;
    private static final int PAPER = 0xffffff;

    private final Dataset dataset;
    private final RandomGenerator nuisance;

    Sheet(Dataset dataset, RandomGenerator nuisance) {
        ObservationShape shape = dataset.observation();
        boolean picture = dataset.kind() == ObservationKind.IMAGE
                || dataset.kind() == ObservationKind.VECTOR && shape.height() > 1 && shape.width() > 1;
        if (!picture) {
            throw Problem.input("Observations of " + shape + " values that are no images cannot be drawn; use "
                    + "'distaff dataset export'.");
        }
        this.dataset = dataset;
        this.nuisance = nuisance;
    }

    /**
     * @param rows    factor rows, line by line; empty places stay white
     * @param columns places in a line
     */
    Bitmap draw(List<Optional<int[]>> rows, int columns) {
        ObservationShape shape = dataset.observation();
        int grouped = shape.channels() % 3 == 0 && dataset.kind() == ObservationKind.IMAGE ? 3 : 1;
        int panels = shape.channels() / grouped;
        int across = panels * (shape.width() + GAP);
        int down = shape.height() + GAP;
        int lines = (rows.size() + columns - 1) / columns;
        int width = columns * across + GAP;
        int[] rgb = new int[width * (lines * down + GAP)];
        Arrays.fill(rgb, PAPER);
        float[] values = observe(rows);
        int filled = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int panel = 0; rows.get(i).isPresent() && panel < panels; panel++) {
                Bitmap one = Bitmap.ofObservation(values,
                        filled * shape.values() + panel * grouped * shape.height() * shape.width(), grouped,
                        shape.height(), shape.width());
                int left = GAP + i % columns * across + panel * (shape.width() + GAP);
                int top = GAP + i / columns * down;
                for (int y = 0; y < one.height(); y++) {
                    System.arraycopy(one.rgb(), y * one.width(), rgb, (top + y) * width + left, one.width());
                }
            }
            filled += rows.get(i).isPresent() ? 1 : 0;
        }
        return new Bitmap(width, lines * down + GAP, rgb);
    }

    private float[] observe(List<Optional<int[]>> rows) {
        int[] present = rows.stream().flatMap(Optional::stream).flatMapToInt(Arrays::stream).toArray();
        int count = present.length / dataset.factors().count();
        FloatBuffer target = FloatBuffer.allocate(count * dataset.observation().values());
        dataset.observe(present, nuisance, target);
        if (dataset.kind() != ObservationKind.IMAGE) {
            stretch(target.array());
        }
        return target.array();
    }

    private void stretch(float[] values) {
        ObservationShape shape = dataset.observation();
        int plane = shape.height() * shape.width();
        for (int c = 0; c < shape.channels(); c++) {
            int channel = c;
            int[] of = IntStream.range(0, values.length).filter(i -> i / plane % shape.channels() == channel).toArray();
            double low = Arrays.stream(of).mapToDouble(i -> values[i]).min().orElse(0);
            double high = Arrays.stream(of).mapToDouble(i -> values[i]).max().orElse(1);
            for (int i : of) {
                values[i] = high > low ? (float) ((values[i] - low) / (high - low)) : 0.5f;
            }
        }
    }
}
