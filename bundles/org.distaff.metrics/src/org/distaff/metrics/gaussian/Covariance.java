package org.distaff.metrics.gaussian;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.FiniteCodes;

/** Covariance of latents, divided by N − 1. */
public final class Covariance {

    private Covariance() {
    }

    /** The covariance matrix {@code D × D} of a representation's codes; constant latents give exact zeros. O(N D²). */
    public static double[][] of(Representation representation) {
        return FiniteCodes.require(representation).derive(new Key(),
                r -> of(r.codes(), r.latents()));
    }

    /** The covariance matrix of values {@code N × columns}, row by row. O(N columns²). */
    public static double[][] of(double[] rows, int columns) {
        int points = rows.length / columns;
        double[] means = new double[columns];
        for (int n = 0; n < points; n++) {
            for (int i = 0; i < columns; i++) {
                // relative to the first row, so that constants have no variance from rounding
                means[i] += (rows[n * columns + i] - rows[i]) / points;
            }
        }
        double[][] covariance = new double[columns][columns];
        double[] deviation = new double[columns];
        for (int n = 0; n < points; n++) {
            for (int i = 0; i < columns; i++) {
                deviation[i] = rows[n * columns + i] - rows[i] - means[i];
            }
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += deviation[i] * deviation[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= points - 1;
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private record Key() {
    }
}
