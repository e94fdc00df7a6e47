package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Workers;

/** How well each latent alone tells each factor, by the test accuracy of {@link OneLatentSvm} with C = 0.01. */
public final class LatentPredictability {

    private static final double COST = 0.01;

    private LatentPredictability() {
    }

    /**
     * Accuracies {@code D × K}, kept with the training points; NaN for a factor that has a single value among them.
     * O(N D log N + N D Σ_k n_k).
     */
    public static double[][] of(Representation train, Representation test, Workers workers, Progress progress) {
        return train.derive(new Key(test), points -> {
            double[][] matrix = new double[points.latents()][];
            workers.each(matrix.length, d -> {
                progress.check();
                progress.report((double) d / matrix.length, "predicting factors from latent " + d + " of "
                        + matrix.length);
                matrix[d] = accuracies(points, test, d);
            });
            return matrix;
        });
    }

    private static double[] accuracies(Representation train, Representation test, int d) {
        double[] values = train.latent(d);
        double[] held = test.latent(d);
        PrefixMoments everything = PrefixMoments.of(values);
        double[] accuracies = new double[train.space().count()];
        for (int k = 0; k < accuracies.length; k++) {
            int[] truth = train.factor(k);
            accuracies[k] = Arrays.stream(truth).distinct().limit(2).count() < 2 ? Double.NaN
                    : OneLatentSvm.fit(COST, values, everything, truth).accuracy(held, test.factor(k));
        }
        return accuracies;
    }

    private record Key(Representation test) {
    }
}
