package org.distaff.metrics.information;

import java.util.Arrays;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Gap;

/**
 * DCIMIG: how much of the factors' entropy is held by latents that tell about one factor only. In [0, 1], higher is
 * better. Sepliarskaia, Kiseleva and de Rijke, How to Not Measure Disentanglement, 2019, section 4.
 */
public final class DciMutualInformationGap implements Metric {

    @Override
    public Description describe() {
        return Description.of("dcimig", "DCIMIG")
                .summary("Share of the factors' entropy that is held by latents of their own")
                .help("""
                        Each latent d counts for the factor k it tells most about, with its lead over the latent's \
                        second best factor, I(z_d; y_k) − I(z_d; y_k'). A factor gets the largest lead of its latents \
                        (0 without any), and DCIMIG = Σ_k lead_k / Σ_k H(y_k). It is 1 when every factor is determined \
                        by a latent that tells about nothing else. In [0, 1]; higher is better.

                        Codes are [N, D]; plug-in estimate from equal-width bins, biased upward by about (bins − 1)\
                        (n_k − 1) / 2N nats. The review of Zaidi et al. 2020 takes 10 bins and, as a rule, bins \
                        factors too (binFactors). No test points. Cost O(N D K). \
                        Constant latents know nothing and change nothing. Undefined with a single factor, or when all \
                        factors are constant.""")
                .reference("Sepliarskaia, Kiseleva, de Rijke, How to Not Measure Disentanglement, 2019, section 4")
                .reference("Zaidi, Boilard, Gagnon, Carbonneau, Measuring Disentanglement: A Review of Metrics, 2020")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the information is estimated from"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .parameter(BinnedFactors.PARAMETER)
                .score(ScoreMeaning.higher("score", 0, 1, "share of the factors' entropy in latents of their own"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        int bins = evaluation.parameters().integer("bins");
        Representation points = BinnedFactors.of(evaluation.points().all(evaluation.parameters().integer("numTrain")),
                bins, evaluation.parameters().flag("binFactors"));
        progress.check();
        MutualInformation information = MutualInformation.of(points, bins);
        double[] leads = new double[points.space().count()];
        for (double[] row : information.matrix()) {
            int best = 0;
            for (int k = 1; k < row.length; k++) {
                best = row[k] > row[best] ? k : best;
            }
            leads[best] = Math.max(leads[best], Gap.of(row));
        }
        double score = Arrays.stream(leads).sum() / Arrays.stream(information.factorEntropies()).sum();
        Scores scores = Scores.of("score", score)
                .matrix("mutual-information", Matrix.latentByFactor(points, information.matrix()))
                .fact("points", points.points()).fact("estimator", "plug-in, equal-width bins, nats")
                .fact("variant", "leads within each latent");
        return !Double.isNaN(score) ? scores
                : scores.warning("DCIMIG is undefined with a single factor, or when every factor is constant.");
    }
}
