package org.distaff.metrics.capacity;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.linear.Minimiser;
import org.distaff.metrics.linear.Standardiser;

/**
 * A network with one hidden layer of {@code capacity} hyperbolic tangents on the standardised codes, fitted to all
 * points at once by at most 200 steps of limited-memory BFGS. O(steps · N · capacity · (D + n_k)).
 *
 * @param seed of the initial weights
 */
public record SmallNetworks(long seed) implements GrowingPredictor {

    private static final double TOLERANCE = 1e-4;
    private static final int STEPS = 200;

    @Override
    public double[] accuracies(Representation train, Representation test, int factor, int[] capacities,
            Progress progress) {
        Standardiser standardiser = Standardiser.of(train.codes(), train.latents());
        double[] trainRows = standardiser.apply(train.codes());
        double[] testRows = standardiser.apply(test.codes());
        int[] target = train.factor(factor);
        int[] labels = Arrays.stream(target).distinct().sorted().toArray();
        int[] classOf = Arrays.stream(target).map(label -> Arrays.binarySearch(labels, label)).toArray();
        double[] accuracies = new double[capacities.length];
        for (int i = 0; i < capacities.length; i++) {
            HiddenLayer layer = new HiddenLayer(standardiser.varying(), capacities[i], labels.length);
            RandomGenerator random = RandomStreams.derive(seed, "dci-es/network/" + factor + "/" + capacities[i]);
            double[] weights = layer.initial(random);
            new Minimiser(TOLERANCE, STEPS).minimise(layer.loss(trainRows, classOf), weights, progress);
            accuracies[i] = accuracy(layer, weights, testRows, labels, test.factor(factor));
        }
        return accuracies;
    }

    private static double accuracy(HiddenLayer layer, double[] weights, double[] rows, int[] labels, int[] truth) {
        double[] hidden = new double[layer.width()];
        double[] scores = new double[labels.length];
        int right = 0;
        for (int n = 0; n < truth.length; n++) {
            layer.scores(weights, rows, n, hidden, scores);
            int best = 0;
            for (int c = 1; c < scores.length; c++) {
                best = scores[c] > scores[best] ? c : best;
            }
            right += labels[best] == truth[n] ? 1 : 0;
        }
        return (double) right / truth.length;
    }
}
