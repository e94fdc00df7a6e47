package org.distaff.metrics.information;

import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Gap;

/**
 * Mutual information gap: for each factor, by how much the latent that knows most about it is ahead of the second, as
 * a share of the factor's entropy; averaged over factors. In [0, 1], higher is better. Chen, Li, Grosse and Duvenaud,
 * Isolating Sources of Disentanglement in Variational Autoencoders, NeurIPS 2018, section 4, with the histogram
 * estimator of Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled
 * Representations, ICML 2019, appendix C.
 */
public final class MutualInformationGap implements Metric {

    @Override
    public Description describe() {
        return Description.of("mig", "Mutual information gap")
                .summary("Lead of the latent that knows most about a factor over the second, per factor entropy")
                .help("""
                        MIG = 1/K Σ_k (I(z_a; y_k) − I(z_b; y_k)) / H(y_k), where a and b are the two latents that \
                        share the most information with factor k. It is 1 when one latent determines each factor and \
                        no other latent knows anything about it, and 0 when the two best latents know equally much. \
                        Higher is better.

                        Codes [N, D] are cut into bins of equal width between each latent's minimum and maximum; the \
                        information is the plug-in estimate in nats, biased upward by about (bins − 1)(n_k − 1) / 2N. \
                        The bias is nearly the same for both latents and mostly cancels in the gap. No test points \
                        are used. Cost O(N D K).

                        Two latents that jointly code one factor, such as cosine and sine of an angle, are punished. \
                        The defaults are those of Locatello et al. 2019. Chen et al. estimate the information from \
                        posterior samples over the full grid of factors instead, which differs by up to about 0.2. \
                        Undefined when a factor has a single value or there is only one latent.""")
                .reference("Chen, Li, Grosse, Duvenaud, Isolating Sources of Disentanglement in Variational "
                        + "Autoencoders, NeurIPS 2018, section 4")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix C")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the information is estimated from"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation points = evaluation.points().all(evaluation.parameters().integer("numTrain"));
        progress.check();
        MutualInformation information = MutualInformation.of(points, evaluation.parameters().integer("bins"));
        double[] entropies = information.factorEntropies();
        double[] gaps = new double[entropies.length];
        double sum = 0;
        for (int k = 0; k < gaps.length; k++) {
            gaps[k] = entropies[k] == 0 ? Double.NaN : Gap.ofColumn(information.matrix(), k) / entropies[k];
            sum += gaps[k];
        }
        Matrix factors = new Matrix(List.of("entropy", "gap"),
                points.space().factors().stream().map(f -> f.name()).toList(), new double[][] {entropies, gaps});
        Scores scores = Scores.of("score", sum / gaps.length)
                .matrix("mutual-information", Matrix.latentByFactor(points, information.matrix()))
                .matrix("factors", factors)
                .fact("variant", "histogram of codes (Locatello et al. 2019)")
                .fact("points", points.points())
                .fact("estimator", "plug-in, equal-width bins, nats");
        return warn(scores, points, entropies);
    }

    private static Scores warn(Scores scores, Representation points, double[] entropies) {
        Scores warned = scores;
        if (points.latents() < 2) {
            warned = warned.warning("MIG is undefined with a single latent: there is no second one to be ahead of.");
        }
        for (String name : MutualInformation.constantFactors(points, entropies)) {
            warned = warned.warning("MIG is undefined because factor " + name
                    + " has a single value among the points; leave that factor out.");
        }
        return warned;
    }
}
