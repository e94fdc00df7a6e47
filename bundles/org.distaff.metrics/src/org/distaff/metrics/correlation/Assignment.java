package org.distaff.metrics.correlation;

import java.util.Arrays;

/**
 * Matches rows with columns one to one so that the sum of the matched entries is largest (the Hungarian method: Kuhn,
 * The Hungarian Method for the Assignment Problem, Naval Research Logistics Quarterly 1955). O(min² max).
 */
public final class Assignment {

    private Assignment() {
    }

    /**
     * The best matching of a matrix with at least one row and column.
     *
     * @return for each row its column, or −1 for the rows that go without one because there are more rows than columns
     */
    public static int[] maximise(double[][] gains) {
        if (gains.length <= gains[0].length) {
            return match(gains);
        }
        double[][] transposed = new double[gains[0].length][gains.length];
        for (int i = 0; i < gains.length; i++) {
            for (int j = 0; j < transposed.length; j++) {
                transposed[j][i] = gains[i][j];
            }
        }
        int[] rowOf = match(transposed);
        int[] columnOf = new int[gains.length];
        Arrays.fill(columnOf, -1);
        for (int j = 0; j < rowOf.length; j++) {
            columnOf[rowOf[j]] = j;
        }
        return columnOf;
    }

    /** Shortest augmenting paths with potentials; no more rows than columns. Index 0 stands for "none". */
    private static int[] match(double[][] gains) {
        int columns = gains[0].length;
        double[] rowPotential = new double[gains.length + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= gains.length; row++) {
            int[] previous = new int[columns + 1];
            double[] slack = new double[columns + 1];
            boolean[] visited = new boolean[columns + 1];
            Arrays.fill(slack, Double.POSITIVE_INFINITY);
            rowOf[0] = row;
            int at = 0;
            while (rowOf[at] != 0) {
                visited[at] = true;
                int from = rowOf[at];
                int nearest = 0;
                double step = Double.POSITIVE_INFINITY;
                for (int j = 1; j <= columns; j++) {
                    if (!visited[j]) {
                        double reduced = -gains[from - 1][j - 1] - rowPotential[from] - columnPotential[j];
                        if (reduced < slack[j]) {
                            slack[j] = reduced;
                            previous[j] = at;
                        }
                        if (slack[j] < step) {
                            step = slack[j];
                            nearest = j;
                        }
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (visited[j]) {
                        rowPotential[rowOf[j]] += step;
                        columnPotential[j] -= step;
                    } else {
                        slack[j] -= step;
                    }
                }
                at = nearest;
            }
            while (at != 0) {
                rowOf[at] = rowOf[previous[at]];
                at = previous[at];
            }
        }
        int[] columnOf = new int[gains.length];
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] != 0) {
                columnOf[rowOf[j] - 1] = j - 1;
            }
        }
        return columnOf;
    }
}
