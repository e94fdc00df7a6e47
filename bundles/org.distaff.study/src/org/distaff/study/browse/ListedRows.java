package org.distaff.study.browse;

import java.util.Arrays;
import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;

/** Observations of data sets that have some for certain factor rows only. */
public final class ListedRows {

    private ListedRows() {
    }

    /**
     * The row that a data set has an observation for and that is nearest to a wanted one: the sum over all factors of
     * their distance as a share of the factor's size, where two values of a nominal factor are as far apart as can be.
     */
    public static int[] nearest(Dataset dataset, int[] wanted) {
        double[] any = new double[wanted.length];
        Arrays.fill(any, Double.POSITIVE_INFINITY);
        return nearest(dataset, wanted, any).orElseThrow();
    }

    /** The same among rows whose factors are no farther than {@code reach} from the wanted ones; empty without one. */
    static Optional<int[]> nearest(Dataset dataset, int[] wanted, double[] reach) {
        if (dataset.rows().isEmpty()) {
            return Optional.of(wanted);
        }
        int[] rows = dataset.rows().get();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < rows.length; start += wanted.length) {
            double distance = 0;
            for (int k = 0; k < wanted.length && distance < least; k++) {
                int apart = Math.abs(rows[start + k] - wanted[k]);
                distance += apart > reach[k] ? Double.POSITIVE_INFINITY : share(dataset.factors().factors().get(k), apart);
            }
            if (distance < least) {
                least = distance;
                best = start;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(Arrays.copyOfRange(rows, best, best + wanted.length));
    }

    private static double share(Factor factor, int apart) {
        return factor.kind() == FactorKind.NOMINAL ? Math.min(apart, 1) : (double) apart / factor.size();
    }
}
