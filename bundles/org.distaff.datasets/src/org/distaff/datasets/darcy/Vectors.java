package org.distaff.datasets.darcy;

/** The two loops that linear algebra spends its time in; small methods are compiled early and as vector instructions. */
final class Vectors {

    private Vectors() {
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds {@code factor · values} to {@code sums}. */
    static void add(double factor, double[] values, double[] sums) {
        add(factor, values, sums, 0);
    }

    /** The same from an index on. */
    static void add(double factor, double[] values, double[] sums, int from) {
        for (int i = from; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }
}
