package org.distaff.study.browse;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.metric.Matrix;

/**
 * How often factor values occur, and go together, among the observations that a learner is shown.
 *
 * @param space  the factors
 * @param points number of observations drawn
 * @param counts for each factor how often each of its values was drawn
 * @param rows   what was drawn, {@code points × K}
 */
public record FactorStatistics(FactorSpace space, int points, int[][] counts, int[] rows) {

    /** Draws from the training distribution. O(points · K). */
    public static FactorStatistics of(Dataset dataset, int points, RandomGenerator random) {
        FactorSpace space = dataset.factors();
        int[] rows = dataset.training().draw(points, random);
        int[][] counts = new int[space.count()][];
        for (int k = 0; k < counts.length; k++) {
            counts[k] = new int[space.size(k)];
            for (int n = 0; n < points; n++) {
                counts[k][rows[n * space.count() + k]]++;
            }
        }
        return new FactorStatistics(space, points, counts, rows);
    }

    /**
     * How strongly each pair of factors goes together: Cramér's V, 0 for independent factors and 1 when one determines the
     * other, corrected for what finitely many draws of independent factors show (Bergsma, A Bias-Correction for Cramér's V
     * and Tschuprow's T, Journal of the Korean Statistical Society 2013). It asks nothing of how values are ordered.
     */
    public Matrix association() {
        List<String> names = space.factors().stream().map(Factor::name).toList();
        double[][] values = new double[names.size()][names.size()];
        for (int a = 0; a < values.length; a++) {
            for (int b = 0; b <= a; b++) {
                values[a][b] = cramer(a, b);
                values[b][a] = values[a][b];
            }
        }
        return new Matrix(names, names, values);
    }

    private double cramer(int a, int b) {
        int[][] joint = new int[counts[a].length][counts[b].length];
        for (int n = 0; n < points; n++) {
            joint[rows[n * space.count() + a]][rows[n * space.count() + b]]++;
        }
        double phi = 0;
        for (int i = 0; i < joint.length; i++) {
            for (int j = 0; j < joint[i].length; j++) {
                double expected = (double) counts[a][i] * counts[b][j];
                phi += expected == 0 ? 0 : (double) joint[i][j] * joint[i][j] / expected;
            }
        }
        phi -= 1;
        double r = present(a);
        double c = present(b);
        double corrected = Math.max(0, phi - (r - 1) * (c - 1) / (points - 1));
        double rows2 = r - (r - 1) * (r - 1) / (points - 1);
        double columns2 = c - (c - 1) * (c - 1) / (points - 1);
        double most = Math.min(rows2 - 1, columns2 - 1);
        return most <= 0 ? Double.NaN : Math.min(1, Math.sqrt(corrected / most));
    }

    private double present(int k) {
        return IntStream.of(counts[k]).filter(c -> c > 0).count();
    }
}
