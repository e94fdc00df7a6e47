package org.distaff.metrics.information;

/**
 * How often each pair of labels occurs together: the joint distribution of two discrete variables, as counts. All
 * quantities are plug-in estimates in nats; mutual information is biased upward by about
 * {@code (rows − 1)(columns − 1) / 2N} for independent variables.
 */
public final class Contingency {

    /** Terms smaller than this are rounding errors of a zero. */
    private static final double NOTHING = Math.ulp(1.0);

    private final int[] counts;
    private final int[] rowCounts;
    private final int[] columnCounts;
    private final int total;

    /**
     * @param first        labels in [0, rows), one per point
     * @param second       labels in [0, columns), one per point
     * @param rows         number of labels of the first variable, whether they occur or not
     * @param columns      number of labels of the second variable
     */
    public Contingency(int[] first, int rows, int[] second, int columns) {
        this(first.length, rows, columns);
        for (int n = 0; n < total; n++) {
            counts[first[n] * columns + second[n]]++;
        }
        addUp();
    }

    /** The same for binned latents and a factor. */
    public Contingency(short[] first, int rows, int[] second, int columns) {
        this(first.length, rows, columns);
        for (int n = 0; n < total; n++) {
            counts[first[n] * columns + second[n]]++;
        }
        addUp();
    }

    /** The same for two binned latents. */
    public Contingency(short[] first, int rows, short[] second, int columns) {
        this(first.length, rows, columns);
        for (int n = 0; n < total; n++) {
            counts[first[n] * columns + second[n]]++;
        }
        addUp();
    }

    private Contingency(int total, int rows, int columns) {
        this.counts = new int[rows * columns];
        this.rowCounts = new int[rows];
        this.columnCounts = new int[columns];
        this.total = total;
    }

    private void addUp() {
        for (int i = 0; i < rowCounts.length; i++) {
            for (int j = 0; j < columnCounts.length; j++) {
                int count = counts[i * columnCounts.length + j];
                rowCounts[i] += count;
                columnCounts[j] += count;
            }
        }
    }

    /**
     * I(first; second) = Σ n_ij/N · ln(N n_ij / (n_i n_j)) in nats, at least 0; exactly 0 when either variable has a
     * single value, so that "knows nothing" can be tested for.
     */
    public double mutualInformation() {
        if (single(rowCounts) || single(columnCounts)) {
            return 0;
        }
        double logTotal = Math.log(total);
        double sum = 0;
        for (int i = 0; i < rowCounts.length; i++) {
            for (int j = 0; j < columnCounts.length; j++) {
                int count = counts[i * columnCounts.length + j];
                if (count > 0) {
                    double share = (double) count / total;
                    double outer = Math.log((double) rowCounts[i] * columnCounts[j]);
                    double term = share * (Math.log(count) - logTotal) + share * (2 * logTotal - outer);
                    sum += Math.abs(term) < NOTHING ? 0 : term;
                }
            }
        }
        return Math.max(0, sum);
    }

    /** H(first) in nats. */
    public double rowEntropy() {
        return entropy(rowCounts, total);
    }

    /** H(second) in nats. */
    public double columnEntropy() {
        return entropy(columnCounts, total);
    }

    /** H(first, second) in nats. */
    public double jointEntropy() {
        return entropy(counts, total);
    }

    private static boolean single(int[] counts) {
        int present = 0;
        for (int count : counts) {
            present += count > 0 ? 1 : 0;
        }
        return present <= 1;
    }

    private static double entropy(int[] counts, int total) {
        double sum = 0;
        for (int count : counts) {
            if (count > 0 && count < total) {
                sum -= (double) count / total * Math.log((double) count / total);
            }
        }
        return sum;
    }
}
