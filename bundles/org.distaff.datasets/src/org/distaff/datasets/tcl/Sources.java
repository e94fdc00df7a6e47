package org.distaff.datasets.tcl;

import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.work.Listing;

/**
 * Drawn sources as factor rows.
 *
 * @param rows  segment and level of each source, row by row
 * @param range sources lie within [−range, range]
 */
record Sources(int[] rows, double range) {

    /** Segments one after the other; modulations, means and points come from one stream in this order. */
    static Sources draw(MixtureSettings settings) {
        RandomGenerator random = RandomStreams.derive(settings.seed(), "tcl/sources");
        int d = settings.sources();
        double[][] spread = uniform(settings.segments(), d, 0.5, 3, random);
        double[][] mean = settings.uncentred() ? uniform(settings.segments(), d, -5, 5, random)
                : new double[settings.segments()][d];
        if (settings.staircase()) {
            int[] steps = permutation(settings.segments(), random);
            for (int m = 0; m < steps.length; m++) {
                mean[m][0] = 3 * steps[m];
            }
        }
        double[] values = new double[settings.segments() * settings.points() * d];
        double range = 0;
        for (int i = 0; i < values.length; i++) {
            int segment = i / d / settings.points();
            values[i] = spread[segment][i % d] * settings.kind().draw(random) + mean[segment][i % d];
            range = Math.max(range, Math.abs(values[i]));
        }
        int[] rows = new int[settings.segments() * settings.points() * (d + 1)];
        for (int i = 0; i < values.length; i++) {
            int point = i / d;
            rows[point * (d + 1)] = point / settings.points();
            rows[point * (d + 1) + 1 + i % d] = Listing.level(values[i], -range, range, settings.levels());
        }
        return new Sources(rows, range);
    }

    private static double[][] uniform(int rows, int columns, double from, double to, RandomGenerator random) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = from + (to - from) * random.nextDouble();
            }
        }
        return values;
    }

    private static int[] permutation(int size, RandomGenerator random) {
        int[] permutation = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            permutation[i] = permutation[j];
            permutation[j] = i;
        }
        return permutation;
    }
}
