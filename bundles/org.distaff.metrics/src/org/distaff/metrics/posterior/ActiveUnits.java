package org.distaff.metrics.posterior;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;

/**
 * Active units: latents whose posterior mean changes with the observation. Burda, Grosse and Salakhutdinov, Importance
 * Weighted Autoencoders, ICLR 2016, section 5.2.
 */
public final class ActiveUnits implements Metric {

    @Override
    public Description describe() {
        return Description.of("active-units", "Active units")
                .summary("Number of latents whose mean changes with the observation")
                .help("""
                        Counts the latents d with Var_x(μ_d) > threshold, where μ_d is the mean of q(z_d|x) and the \
                        variance is over N points (divided by N). score is the count, share the count divided by the \
                        number of latents. In [0, D]; no direction: higher is better only up to what the factors need. \
                        The matrix has each latent's variance, and the mean of KL(q(z_d|x) ‖ N(0, 1)) in nats where \
                        posteriors are known.

                        Codes are [N, D]. The bias of a variance divided by N is −1/N of it, next to nothing. Of \
                        sampled representations the means are used all the same. Codes without posteriors are \
                        taken for means. The threshold of 0.01 is that of Burda et al. for a standard normal prior; it \
                        has no meaning for codes of another scale. Cost O(N D).""")
                .reference("Burda, Grosse, Salakhutdinov, Importance Weighted Autoencoders, ICLR 2016, section 5.2")
                .parameter(Posteriors.POINTS)
                .parameter(Parameter.real("threshold", 0.01).range(0, 1e6)
                        .meaning("variance of the mean above which a latent is active"))
                .score(ScoreMeaning.neither("score", 0, Double.POSITIVE_INFINITY, "number of active latents"))
                .score(ScoreMeaning.neither("share", 0, 1, "active latents divided by all"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Optional<Posterior> posterior = Posteriors.of(evaluation);
        Representation means = posterior.map(Posterior::means).orElseGet(() -> FiniteCodes.require(
                evaluation.points().all(evaluation.parameters().integer("numTrain"))));
        double threshold = evaluation.parameters().real("threshold");
        double[] variances = variances(means);
        double[] kl = posterior.map(Posterior::meanKl).orElse(null);
        double[][] rows = new double[variances.length][];
        int active = 0;
        for (int d = 0; d < rows.length; d++) {
            active += variances[d] > threshold ? 1 : 0;
            rows[d] = new double[] {variances[d], kl == null ? Double.NaN : kl[d]};
        }
        return Scores.of("score", active).and("share", (double) active / rows.length)
                .matrix("latents", new Matrix(IntStream.range(0, rows.length).mapToObj(d -> "z" + d).toList(),
                        List.of("variance", "kl"), rows))
                .fact("variant", posterior.isPresent() ? "means of posteriors" : "codes").fact("points", means.points())
                .fact("estimator", "variance over points, divided by N");
    }

    private static double[] variances(Representation means) {
        double[] variances = new double[means.latents()];
        for (int d = 0; d < variances.length; d++) {
            double[] column = means.latent(d);
            // relative to the first, so that a constant has no variance from rounding
            double centre = 0;
            for (double value : column) {
                centre += (value - column[0]) / column.length;
            }
            for (double value : column) {
                double deviation = value - column[0] - centre;
                variances[d] += deviation * deviation / column.length;
            }
        }
        return variances;
    }
}
