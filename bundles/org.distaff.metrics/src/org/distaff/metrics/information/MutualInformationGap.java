package org.distaff.metrics.information;

import java.util.Arrays;
import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.posterior.Posteriors;

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
                        Undefined when a factor has a single value or there is only one latent. Not comparable are the \
                        numbers of the variants:

                        variant=locatello is the above, with the defaults of Locatello et al. 2019. variant=chen is \
                        the original: z is drawn from posteriors, q(z_d) and q(z_d|v_k) are mixtures over numTrain \
                        points (Chen et al. take the whole grid of factors), entropies are means over the samples, \
                        I = max(0, H(z_d) − H(z_d|v_k)) is divided by the ln of the number of values of the factor. It \
                        differs from the first by up to about 0.2, needs posteriors, costs as much as rmig and shares \
                        its samples. Chen et al. leave the shape of dSprites out: \
                        mig.factors=scale,orientation,x,y. variant=dent bins factors like codes and \
                        divides by the entropy of the binned factor. variant=ubisoft is that of the review of Zaidi et \
                        al. 2020: information in bits is divided by the entropy of the latent instead of the factor; \
                        latents that never change count 0, where the review's code is undefined.""")
                .reference("Chen, Li, Grosse, Duvenaud, Isolating Sources of Disentanglement in Variational "
                        + "Autoencoders, NeurIPS 2018, section 4")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix C")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the information is estimated from"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .parameter(Parameter.choice("variant", "locatello", "chen", "dent", "ubisoft")
                        .meaning("whose definition and estimator"))
                .parameter(Parameter.text("factors", null)
                        .meaning("names of the factors that count, separated by commas; without it all"))
                .parameter(Posteriors.SAMPLES.meaning("latents drawn from posteriors; variant chen"))
                .parameter(Parameter.integer("reviewBins", 10).range(2, 1000)
                        .meaning("equal-width bins of codes and factors; variant ubisoft"))
                .parameter(Parameter.flag("binFactors", true)
                        .meaning("whether factors are binned like codes; variants dent and ubisoft"))
                .score(ScoreMeaning.higher("score", 0, 1, "mean gap over factors"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        GapVariant variant = switch (evaluation.parameters().text("variant")) {
            case "chen" -> new PosteriorGap();
            case "dent" -> new BinnedFactorsGap(false);
            case "ubisoft" -> new BinnedFactorsGap(true);
            default -> new HistogramGap();
        };
        int[] counted = ChosenFactors.of(evaluation, "mig");
        return variant.estimate(evaluation, progress).map(found -> scores(found, counted))
                .orElseGet(() -> Posteriors.missing(PosteriorGap.NAME, "score"));
    }

    private static Scores scores(GapEstimate found, int[] counted) {
        double sum = 0;
        for (int k : counted) {
            sum += found.gaps()[k];
        }
        List<String> names = found.points().space().factors().stream().map(f -> f.name()).toList();
        Scores scores = Scores.of("score", sum / counted.length)
                .matrix("mutual-information", Matrix.latentByFactor(found.points(), found.information()))
                .matrix("factors", new Matrix(List.of("entropy", "gap"), names,
                        new double[][] {found.entropies(), found.gaps()}))
                .fact("variant", found.variant())
                .fact("points", found.points().points())
                .fact("estimator", found.estimator());
        scores = found.caveat().map(scores::warning).orElse(scores);
        if (counted.length < names.size()) {
            scores = scores.fact("factors", Arrays.stream(counted).mapToObj(names::get).toList());
        }
        if (found.points().latents() < 2) {
            scores = scores.warning("MIG is undefined with a single latent: there is no second one to be ahead of.");
        }
        for (int k : counted) {
            if (found.entropies()[k] == 0) {
                scores = scores.warning("MIG is undefined because factor '" + names.get(k)
                        + "' has a single value among the points; leave that factor out with mig.factors.");
            }
        }
        return scores;
    }
}
