package org.distaff.core.metric;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;

/**
 * One metric's view of the representation under evaluation.
 *
 * @param points     the shared train and test points and the source they came from
 * @param parameters the metric's own parameters
 * @param threads    how many threads the metric may use
 */
public record Evaluation(Points points, Parameters parameters, int threads) {

    /** The source, for metrics with a sampling protocol of their own. */
    public CodeSource source() {
        return points.source();
    }

    /** The trained model the codes came from; empty for codes computed elsewhere. */
    public Optional<Autoencoder> model() {
        return points.model();
    }

    /** Seed of the evaluation (not of the cell: all models of a study are measured with the same points). */
    public long seed() {
        return points.seed();
    }

    /** A random stream for a purpose of the metric; prefix the purpose with the metric's id. */
    public RandomGenerator random(String purpose) {
        return RandomStreams.derive(seed(), purpose);
    }
}
