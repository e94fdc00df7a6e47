package org.distaff.metrics.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.information.BinnedFactors;
import org.distaff.metrics.information.Modularity;
import org.distaff.metrics.information.MutualInformation;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Modularity (does each latent tell about one factor only?) and explicitness (can each factor be read off the codes
 * linearly?). Modularity in [0, 1], explicitness an area under the curve with chance level ½; higher is better.
 * Ridgeway and Mozer, Learning Deep Disentangled Embeddings with the F-Statistic Loss, NeurIPS 2018, section 3, as
 * computed by Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled
 * Representations, ICML 2019, appendix C.
 */
public final class ModularityExplicitness implements Metric {

    @Override
    public Description describe() {
        return Description.of("modularity-explicitness", "Modularity and explicitness")
                .version("3")
                .summary("Whether each latent tells about one factor only, and factors can be read off linearly")
                .help("""
                        Modularity of latent d is 1 − Σ_{k≠k*} m_k² / (m_k*² (K − 1)), where m_k is the latent's \
                        mutual information with factor k in nats and k* its best factor; the score is the mean over \
                        all latents. It lies in [0, 1]; higher is better. A latent that knows nothing counts 0. A dead \
                        latent with a little noise has tiny informations whose ratios are arbitrary, so dead latents \
                        pull the mean about.

                        variant=ubisoft leaves latents that know nothing at all out of the mean, where the review of \
                        Zaidi et al. 2020 has no number for them; that review takes 10 bins and, as a rule, bins \
                        factors too (binFactors).

                        Explicitness: for each factor a multinomial logistic regression (C = 1, quadratic penalty) on \
                        the standardised codes; its class probabilities are judged by the area under the ROC curve of \
                        each value against the rest, averaged over values and then over factors, on the training and \
                        on the test points. Chance is 0.5, the best is 1. Ridgeway and Mozer rescale the area so that \
                        chance is 0; this is not done here, as in Locatello et al. 2019.

                        Codes are [N, D]; information is the plug-in estimate from equal-width bins, biased upward by \
                        about (bins − 1)(n_k − 1) / 2N nats, which lowers modularity a little. Cost O(N D K) and \
                        O(steps · N D Σ_k n_k). Constant latents are left out of the regression, and values missing \
                        from the test points out of the average; in both situations Locatello et al.'s code has no \
                        result. The regression is solved until the gradient per point is below 2e-4, which leaves the \
                        area within 1e-4 of the optimum's as a rule, or for 100 steps, which only codes of hundreds of \
                        latents need; their area is then within 1e-3.""")
                .reference("Ridgeway, Mozer, Learning Deep Disentangled Embeddings with the F-Statistic Loss, NeurIPS "
                        + "2018, section 3")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix C")
                .reference("Zaidi, Boilard, Gagnon, Carbonneau, Measuring Disentanglement: A Review of Metrics, 2020")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points that train the regression and estimate the information"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000)
                        .meaning("points that test the regression"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .parameter(BinnedFactors.PARAMETER)
                .parameter(Parameter.choice("variant", "reference", "ubisoft")
                        .meaning("whether latents that know nothing count 0 or are left out of the mean"))
                .score(ScoreMeaning.higher("modularity", 0, 1, "whether each latent tells about one factor only"))
                .score(ScoreMeaning.higher("explicitness-*", 0, 1,
                        "area under the ROC curve of linear probes, chance is 0.5"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().train(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        MutualInformation information = MutualInformation.of(BinnedFactors.of(train, parameters.integer("bins"),
                parameters.flag("binFactors")), parameters.integer("bins"));
        double[] modularity = Modularity.perLatent(information.matrix());
        boolean leaveOut = parameters.text("variant").equals("ubisoft");
        for (int d = 0; leaveOut && d < modularity.length; d++) {
            boolean knowsNothing = Arrays.stream(information.matrix()[d]).allMatch(nats -> nats == 0);
            modularity[d] = knowsNothing ? Double.NaN : modularity[d];
        }
        Explicitness explicitness;
        try (Workers workers = new Workers(evaluation.threads())) {
            explicitness = Explicitness.of(train, test, workers, progress);
        }
        Scores scores = Scores.of("modularity", mean(modularity, leaveOut))
                .and("explicitness-train", Explicitness.mean(explicitness.train()))
                .and("explicitness-test", Explicitness.mean(explicitness.test()))
                .matrix("mutual-information", Matrix.latentByFactor(train, information.matrix()))
                .matrix("modularity", new Matrix(List.of("modularity"),
                        IntStream.range(0, modularity.length).mapToObj(d -> "z" + d).toList(),
                        new double[][] {modularity}))
                .matrix("explicitness", new Matrix(List.of("train", "test"),
                        train.space().factors().stream().map(f -> f.name()).toList(),
                        new double[][] {explicitness.train(), explicitness.test()}))
                .fact("variant", "area under the curve, not rescaled (Locatello et al. 2019)"
                        + (leaveOut ? "; latents that know nothing left out (Zaidi et al. 2020)" : ""))
                .fact("train-points", train.points()).fact("test-points", test.points())
                .fact("estimator", "plug-in, equal-width bins, nats; logistic regression, C = 1, at most 100 steps");
        if (Double.isNaN(scores.values().get("modularity"))) {
            scores = scores.warning("Modularity is undefined: there is a single factor, or no latent knows anything.");
        }
        scores = evaluation.points().caveat().map(scores::warning).orElse(scores);
        for (String sentence : explicitness.warnings()) {
            scores = scores.warning(sentence);
        }
        return scores;
    }

    private static double mean(double[] modularity, boolean leaveOut) {
        return Arrays.stream(modularity).filter(m -> !leaveOut || !Double.isNaN(m)).average().orElse(Double.NaN);
    }
}
