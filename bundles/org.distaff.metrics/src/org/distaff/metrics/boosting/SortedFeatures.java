package org.distaff.metrics.boosting;

import java.util.Arrays;

import org.distaff.core.metric.Representation;

/**
 * The features of a training set, each sorted once; all trees of all classes and factors search their splits along
 * these orders. A <em>position</em> is a place in a feature's order.
 */
final class SortedFeatures {

    /** Neighbours nearer than this are one value, as in scikit-learn's trees. */
    private static final float SAME = 1e-7f;

    private final int points;
    private final int[][] order;
    private final float[][] values;
    private final boolean[] separated;

    private SortedFeatures(float[][] columns) {
        this.points = columns.length == 0 ? 0 : columns[0].length;
        this.order = new int[columns.length][points];
        this.values = new float[columns.length][points];
        this.separated = new boolean[columns.length];
        for (int f = 0; f < columns.length; f++) {
            sort(columns[f], order[f], values[f]);
            separated[f] = true;
            for (int p = 1; p < points; p++) {
                separated[f] &= differ(values[f][p - 1], values[f][p]);
            }
        }
    }

    /** The sorted codes of a representation, kept with it. */
    static SortedFeatures of(Representation representation) {
        return representation.derive(new Key(), r -> new SortedFeatures(columns(r)));
    }

    /** The codes as single-precision columns, {@code D × N}: the precision in which trees compare. */
    static float[][] columns(Representation representation) {
        int latents = representation.latents();
        double[] codes = representation.codes();
        float[][] columns = new float[latents][representation.points()];
        for (int n = 0; n < representation.points(); n++) {
            for (int d = 0; d < latents; d++) {
                columns[d][n] = (float) codes[n * latents + d];
            }
        }
        return columns;
    }

    /** Whether a split may fall between two successive values. */
    static boolean differ(float lower, float upper) {
        return upper > lower + SAME;
    }

    /** Number of points N. */
    int points() {
        return points;
    }

    /** Number of features D. */
    int features() {
        return order.length;
    }

    /** The point at each position of a feature. */
    int[] order(int feature) {
        return order[feature];
    }

    /** The value at each position of a feature, ascending. */
    float[] values(int feature) {
        return values[feature];
    }

    /** Whether no two points have the same value of a feature, so that every gap may be split. */
    boolean separated(int feature) {
        return separated[feature];
    }

    private static void sort(float[] column, int[] order, float[] values) {
        long[] keys = new long[column.length];
        for (int n = 0; n < keys.length; n++) {
            // + 0f makes −0 and 0 the same value
            int bits = Float.floatToIntBits(column[n] + 0f);
            keys[n] = (long) (bits >= 0 ? bits : bits ^ Integer.MAX_VALUE) << Integer.SIZE | n;
        }
        Arrays.sort(keys);
        for (int p = 0; p < keys.length; p++) {
            order[p] = (int) keys[p];
            values[p] = column[order[p]] + 0f;
        }
    }

    private record Key() {
    }
}
