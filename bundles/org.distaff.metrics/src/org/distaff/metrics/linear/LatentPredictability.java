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
            int factors = points.space().count();
            double[][] matrix = new double[points.latents()][factors];
            workers.each(matrix.length * factors, pair -> {
                progress.check();
                matrix[pair / factors][pair % factors] = accuracy(points, test, pair / factors, pair % factors);
            });
            return matrix;
        });
    }

    private static double accuracy(Representation train, Representation test, int d, int k) {
        int[] truth = train.factor(k);
        if (Arrays.stream(truth).distinct().limit(2).count() < 2) {
            return Double.NaN;
        }
        return OneLatentSvm.fit(COST, train.latent(d), truth).accuracy(test.latent(d), test.factor(k));
    }

    private record Key(Representation test) {
    }
}
