package org.distaff.metrics.capacity;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.linear.LogisticRegression;
import org.distaff.metrics.linear.Standardiser;

/**
 * A logistic regression (C = 1) on the first {@code capacity} of a sequence of random cosines of the standardised
 * codes: √2 cos(ω · z + b) with ω normal with variance 1 / D, so that ω · z varies by about 1, and b uniform. Rahimi and
 * Recht, Random Features for Large-Scale Kernel Machines, NIPS 2007. O(steps · N · capacity · n_k) beside O(N D capacity).
 *
 * @param seed of the random frequencies; larger capacities keep those of smaller ones
 */
public record FourierFeatures(long seed) implements GrowingPredictor {

    @Override
    public double[] accuracies(Representation train, Representation test, int factor, int[] capacities,
            Progress progress) {
        int most = Arrays.stream(capacities).max().orElse(0);
        Standardiser standardiser = Standardiser.of(train.codes(), train.latents());
        int latents = standardiser.varying();
        RandomGenerator random = RandomStreams.derive(seed, "dci-es/fourier-features/" + factor);
        double[][] frequencies = new double[most][latents];
        double[] phases = new double[most];
        for (int f = 0; f < most; f++) {
            phases[f] = random.nextDouble(2 * Math.PI);
            Arrays.setAll(frequencies[f], d -> random.nextGaussian() / Math.sqrt(latents));
        }
        double[] trainRows = standardiser.apply(train.codes());
        double[] testRows = standardiser.apply(test.codes());
        return Arrays.stream(capacities).mapToDouble(capacity -> {
            progress.check();
            return new LogisticRegression(1)
                    .fit(features(trainRows, train.points(), frequencies, phases, capacity), capacity,
                            train.factor(factor), progress)
                    .accuracy(features(testRows, test.points(), frequencies, phases, capacity), test.factor(factor));
        }).toArray();
    }

    private static double[] features(double[] rows, int points, double[][] frequencies, double[] phases, int count) {
        double[] features = new double[points * count];
        int latents = rows.length / points;
        for (int n = 0; n < points; n++) {
            for (int f = 0; f < count; f++) {
                double angle = phases[f];
                for (int d = 0; d < latents; d++) {
                    angle += frequencies[f][d] * rows[n * latents + d];
                }
                features[n * count + f] = Math.sqrt(2) * Math.cos(angle);
            }
        }
        return features;
    }
}
