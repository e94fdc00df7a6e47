package org.distaff.metrics.posterior;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/**
 * SEPIN, INDIN and their weighted means: what a latent tells about the observation that the others do not. Needs no
 * factors; higher is better. Do and Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR
 * 2020.
 */
public final class Separability implements Metric {

    private static final String VARIANT = "samples of the posterior (Do and Tran 2020)";

    @Override
    public Description describe() {
        return Description.of("sepin", "Separability and informativeness")
                .summary("What a latent tells about the observation that the other latents do not")
                .help("""
                        SEPIN_d = I(z; x) − I(z_≠d; x) is the information about the observation that is lost with \
                        latent d. INDIN_d = I(z_d; x) − I(z_d; z_≠d) is what the latent tells less what it shares \
                        with the others. The scores wsepin, windin and wsep are means over latents of SEPIN_d, \
                        INDIN_d and the shared information I(z_d; z_≠d), weighted by I(z_d; x). In nats; higher is \
                        better for wsepin and windin, lower for wsep. For posteriors with independent latents SEPIN_d \
                        and INDIN_d are equal but for rounding.

                        q(z) is the mixture of the posteriors of N points; entropies are −mean ln q over S samples. \
                        Factors are not used. No information can exceed ln N, since the mixture has N components: with \
                        many informative latents I(z; x) comes near that bound and SEPIN_d near 0 whatever the model, \
                        so compare models with equal N only.

                        Needs posteriors: an encoder with ln σ², or log-variances beside the codes; undefined without. \
                        Means and variances are [N, D]. Information is biased upward where the N posteriors hardly \
                        overlap. Cost O(S N D), about twice that of rmig, with which it shares its samples. Densities \
                        are not cut off below, which Do and Tran's code does at 1e-8.""")
                .reference("Do, Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR "
                        + "2020")
                .parameter(Posteriors.POINTS).parameter(Posteriors.SAMPLES)
                .score(ScoreMeaning.higher("wsepin", 0, Double.POSITIVE_INFINITY,
                        "information lost with a latent, weighted mean in nats"))
                .score(ScoreMeaning.higher("windin", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                        "information of a latent less what it shares, weighted mean in nats"))
                .score(ScoreMeaning.lower("wsep", 0, Double.POSITIVE_INFINITY,
                        "information a latent shares with the others, weighted mean in nats"))
                .score(ScoreMeaning.neither("information", 0, Double.POSITIVE_INFINITY,
                        "I(z; x) of all latents in nats, at most ln N"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Optional<Posterior> posterior = Posteriors.of(evaluation);
        if (posterior.isEmpty()) {
            return Posteriors.missing(VARIANT, "wsepin", "windin", "wsep", "information");
        }
        int samples = evaluation.parameters().integer("samples");
        return score(JointInformation.of(posterior.get(), samples, evaluation, progress))
                .fact("points", posterior.get().means().points()).fact("samples", samples);
    }

    /** Scores of estimates made before. */
    public static Scores score(JointInformation information) {
        int latents = information.each().length;
        double[][] rows = new double[latents][];
        double weights = 0;
        double sepin = 0;
        double indin = 0;
        double shared = 0;
        for (int d = 0; d < latents; d++) {
            double each = information.each()[d];
            rows[d] = new double[] {each, information.all() - information.without()[d],
                each - information.shared()[d], information.shared()[d]};
            weights += each;
            sepin += each * rows[d][1];
            indin += each * rows[d][2];
            shared += each * rows[d][3];
        }
        Scores scores = Scores.of("wsepin", sepin / weights).and("windin", indin / weights)
                .and("wsep", shared / weights).and("information", information.all())
                .matrix("latents", new Matrix(IntStream.range(0, latents).mapToObj(d -> "z" + d).toList(),
                        List.of("information", "sepin", "indin", "shared"), rows))
                .fact("variant", VARIANT).fact("estimator", Posteriors.ESTIMATOR);
        return Double.isFinite(sepin / weights) ? scores
                : scores.warning("The weighted means are undefined because no latent tells anything.");
    }
}
