package org.distaff.metrics.posterior;

import java.util.Optional;

import org.distaff.core.describe.Parameter;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.work.FiniteCodes;

/** What metrics of posteriors have in common. */
public final class Posteriors {

    /** Number of points N whose posteriors make up the mixture. */
    public static final Parameter POINTS = Parameter.integer("numTrain", 10_000).range(1, 1_000_000)
            .meaning("points N whose posteriors make up q(z)");
    /** Number of samples S. */
    public static final Parameter SAMPLES = Parameter.integer("samples", 10_000).range(1, 1_000_000)
            .meaning("latents S drawn from q(z)");
    /** Estimator in words. */
    public static final String ESTIMATOR = "Monte Carlo over samples of the posterior, nats";

    private Posteriors() {
    }

    /** Posteriors of as many points as {@link #POINTS} says; empty when the source has none. */
    public static Optional<Posterior> of(Evaluation evaluation) {
        Optional<Posterior> posterior = evaluation.points().posterior(evaluation.parameters().integer("numTrain"));
        posterior.ifPresent(p -> FiniteCodes.require(p.means()));
        return posterior;
    }

    /** Undefined scores, because there is no posterior. */
    public static Scores missing(String variant, String... names) {
        Scores scores = Scores.of(names[0], Double.NaN);
        for (int i = 1; i < names.length; i++) {
            scores = scores.and(names[i], Double.NaN);
        }
        return scores.fact("variant", variant).fact("estimator", ESTIMATOR)
                .warning("It needs posteriors, and there are only codes; measure an encoder that gives ln σ², or add "
                        + "a file of log-variances.");
    }
}
