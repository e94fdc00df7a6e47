package org.distaff.metrics.boosting;

import java.util.Arrays;

import org.distaff.core.metric.Representation;

/**
 * The features of a training set, each sorted once; all trees of all classes and factors search their splits along
 * these orders.
 */
public final class SortedFeatures {

    /** Neighbours nearer than this are one value, as in scikit-learn's trees. */
    private static final float SAME = 1e-7f;

    private final int points;
    private final float[][] columns;
    private final int[][] order;

    private SortedFeatures(float[][] columns) {
        this.columns = columns;
        this.points = columns.length == 0 ? 0 : columns[0].length;
        this.order = new int[columns.length][points];
        for (int f = 0; f < columns.length; f++) {
            sort(columns[f], order[f]);
        }
    }

    /** The sorted codes of a representation, kept with it while there is room. */
    public static SortedFeatures of(Representation representation) {
        return representation.deriveWhileRoom(new Key(), r -> new SortedFeatures(columns(r)));
    }

    /** The codes as single-precision columns, {@code D × N}: the precision in which trees compare. */
    public static float[][] columns(Representation representation) {
        int latents = representation.latents();
        double[] codes = representation.codes();
        float[][] columns = new float[latents][representation.points()];
        for (int n = 0; n < representation.points(); n++) {
            for (int d = 0; d < latents; d++) {
                columns[d][n] = (float) codes[n * latents + d] + 0f; // no −0
            }
        }
        return columns;
    }

    /** Whether a split may fall between two successive values. */
    public static boolean differ(float lower, float upper) {
        return upper > lower + SAME;
    }

    /** The threshold of a split between two neighbouring values: the middle, unless rounding makes it the upper one. */
    public static double between(double below, double above) {
        double middle = below / 2 + above / 2;
        return middle == above || !Double.isFinite(middle) ? below : middle;
    }

    /** Number of points N. */
    public int points() {
        return points;
    }

    /** Number of features D. */
    public int features() {
        return order.length;
    }

    /** A feature's value of every point. */
    public float[] column(int feature) {
        return columns[feature];
    }

    /** The points in ascending order of a feature. */
    public int[] order(int feature) {
        return order[feature];
    }

    private static void sort(float[] column, int[] order) {
        long[] keys = new long[column.length];
        for (int n = 0; n < keys.length; n++) {
            int bits = Float.floatToIntBits(column[n]);
            keys[n] = (long) (bits >= 0 ? bits : bits ^ Integer.MAX_VALUE) << Integer.SIZE | n;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
    }

    private record Key() {
    }
}
