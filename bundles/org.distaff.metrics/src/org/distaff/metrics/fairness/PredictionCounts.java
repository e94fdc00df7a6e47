package org.distaff.metrics.fairness;

/**
 * How often each class was predicted under each value of a sensitive factor.
 *
 * @param counts {@code classes × values}; every value has at least one prediction
 */
public record PredictionCounts(int[][] counts) {

    /**
     * For each value the total variation distance, in [0, 1], of the predictions under it from the predictions under
     * all values together: ½ Σ_c |p(c | value) − p(c)|.
     */
    public double[] distances() {
        double[] distances = new double[counts[0].length];
        double total = total();
        for (int v = 0; v < distances.length; v++) {
            double predictions = column(v);
            for (int[] row : counts) {
                double all = 0;
                for (int count : row) {
                    all += count;
                }
                distances[v] += Math.abs(row[v] / predictions - all / total) / 2;
            }
        }
        return distances;
    }

    /** Mean distance, values weighted by their numbers of predictions. */
    public double mean() {
        double[] distances = distances();
        double mean = 0;
        for (int v = 0; v < distances.length; v++) {
            mean += distances[v] * column(v) / total();
        }
        return mean;
    }

    /** Largest distance. */
    public double max() {
        return java.util.Arrays.stream(distances()).max().orElse(Double.NaN);
    }

    private double column(int value) {
        double sum = 0;
        for (int[] row : counts) {
            sum += row[value];
        }
        return sum;
    }

    private double total() {
        double sum = 0;
        for (int v = 0; v < counts[0].length; v++) {
            sum += column(v);
        }
        return sum;
    }
}
