package org.distaff.metrics.information;

import java.util.Arrays;

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
import org.distaff.metrics.posterior.Posteriors;
import org.distaff.metrics.posterior.SampledInformation;
import org.distaff.metrics.posterior.SampledJointGap;
import org.distaff.metrics.work.Gap;

/**
 * JEMMIG: like MIG, and also asks that the best latent tells about nothing but its factor. In [0, 1] as computed here,
 * higher is better. Do and Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR 2020.
 */
public final class JointEntropyMutualInformationGap implements Metric {

    /** Informations that differ by fewer nats are equal but for rounding. */
    private static final double EQUAL = 1e-12;

    @Override
    public Description describe() {
        return Description.of("jemmig", "Joint entropy minus mutual information gap")
                .summary("Whether a factor has one latent, which tells about nothing else")
                .help("""
                        For factor k with best latent a and second best b, JEMMIG_k = H(z_a, y_k) − I(z_a; y_k) + \
                        I(z_b; y_k), which is 0 at best. The score is the mean over factors of 1 − JEMMIG_k / (H(y_k) \
                        + ln bins). In [0, 1]; higher is better. raw is the mean of JEMMIG_k in nats; lower is better.

                        Because H(z_a, y_k) counts everything that the latent says beside the factor, a code of many \
                        bins for a factor of few values is punished even when nothing is entangled. Codes are [N, D]; \
                        plug-in estimates from equal-width bins of the codes (histogram version of Zaidi et al. 2020, \
                        who take 10 bins and, as a rule, bin factors too: binFactors); information is biased upward by \
                        about (bins − 1)(n_k − 1) / 2N nats. No test points. Cost O(N D K). Undefined with a single \
                        latent. When two latents tell equally much, the one with the smaller joint entropy is the best.

                        variant=monte-carlo is that of Do and Tran: z is drawn from the posterior, H(z_a, y_k) is a \
                        differential entropy and raw may be negative. For the score it becomes the entropy of the \
                        latent in as many bins, H − ln(range / bins) with the range of the samples, which makes both \
                        variants comparable. It needs posteriors, costs as much as rmig and shares its samples.""")
                .reference("Do, Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR "
                        + "2020")
                .reference("Zaidi, Boilard, Gagnon, Carbonneau, Measuring Disentanglement: A Review of Metrics, 2020")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the information is estimated from"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .parameter(BinnedFactors.PARAMETER)
                .parameter(Parameter.choice("variant", "histogram", "monte-carlo")
                        .meaning("histogram of codes, or samples of the posterior"))
                .parameter(Posteriors.SAMPLES.meaning("latents drawn from posteriors; variant monte-carlo"))
                .score(ScoreMeaning.higher("score", 0, 1, "mean over factors, scaled to 1 at best"))
                .score(ScoreMeaning.lower("raw", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                        "mean JEMMIG_k in nats; at least 0 from a histogram"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        return evaluation.parameters().text("variant").equals("histogram") ? histogram(evaluation, progress)
                : Posteriors.of(evaluation).map(posterior -> sampled(posterior, evaluation, progress))
                        .orElseGet(() -> Posteriors.missing(SampledJointGap.VARIANT, "score", "raw"));
    }

    private static Scores sampled(Posterior posterior, Evaluation evaluation, Progress progress) {
        int samples = evaluation.parameters().integer("samples");
        return SampledJointGap.score(SampledInformation.of(posterior, samples, evaluation, progress), posterior,
                evaluation.parameters().integer("bins")).fact("points", posterior.means().points())
                .fact("samples", samples);
    }

    private static Scores histogram(Evaluation evaluation, Progress progress) {
        int bins = evaluation.parameters().integer("bins");
        Representation points = BinnedFactors.of(evaluation.points().all(evaluation.parameters().integer("numTrain")),
                bins, evaluation.parameters().flag("binFactors"));
        progress.check();
        MutualInformation information = MutualInformation.of(points, bins);
        double[][] joint = LatentInformation.of(points, bins).jointEntropies();
        double[] raw = new double[points.space().count()];
        double[] normalised = new double[raw.length];
        for (int k = 0; k < raw.length; k++) {
            int best = best(information.matrix(), joint, k);
            raw[k] = joint[best][k] - Gap.ofColumn(information.matrix(), k);
            normalised[k] = 1 - raw[k] / (information.factorEntropies()[k] + Math.log(bins));
        }
        Scores scores = Scores.of("score", Arrays.stream(normalised).average().orElse(Double.NaN))
                .and("raw", Arrays.stream(raw).average().orElse(Double.NaN))
                .matrix("mutual-information", Matrix.latentByFactor(points, information.matrix()))
                .fact("points", points.points()).fact("estimator", "plug-in, equal-width bins, nats")
                .fact("variant", "histogram (Zaidi et al. 2020)");
        return points.latents() > 1 ? scores
                : scores.warning("JEMMIG is undefined with a single latent: there is no second one.");
    }

    /** The latent that tells most about a factor; among equals, the one that tells least beside it. */
    private static int best(double[][] information, double[][] joint, int k) {
        int best = 0;
        for (int d = 1; d < joint.length; d++) {
            double lead = information[d][k] - information[best][k];
            if (lead > EQUAL || lead > -EQUAL && joint[d][k] < joint[best][k]) {
                best = d;
            }
        }
        return best;
    }
}
