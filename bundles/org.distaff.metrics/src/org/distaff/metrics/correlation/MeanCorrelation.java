package org.distaff.metrics.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;

/**
 * MCC: latents and factors are matched one to one so that their absolute correlations add up to the most; the score is
 * the mean of the matched ones. In [0, 1], higher is better. Khemakhem, Kingma, Monti and Hyvärinen, Variational
 * Autoencoders and Nonlinear ICA: A Unifying Framework, AISTATS 2020, section 5.
 */
public final class MeanCorrelation implements Metric {

    @Override
    public Description describe() {
        return Description.of("mcc", "Mean correlation coefficient")
                .summary("Mean absolute correlation of latents with the factors they are matched with")
                .help("""
                        MCC = 1/min(D, K) Σ |corr(z_d, y_π(d))| over the one-to-one matching π of latents and factors \
                        for which the sum is largest. In [0, 1]; higher is better. It asks whether factors are \
                        recovered up to order, sign and (pearson) scale or (spearman) any monotone map. Surplus \
                        latents cost nothing.

                        correlation=pearson is linear, correlation=spearman that of the ranks, ties sharing the mean \
                        rank. Factor values count as numbers, which suits ordinal factors only. Codes are [N, D]; no \
                        test points: matching and score use the same points, which biases the score upward for many \
                        latents. Cost O(N D K + matching).

                        Constant latents and factors are left out; the score is undefined when none is left. The \
                        customary code also offers a randomised dependence coefficient, which is not offered here.""")
                .reference("Khemakhem, Kingma, Monti, Hyvärinen, Variational Autoencoders and Nonlinear ICA: A "
                        + "Unifying Framework, AISTATS 2020, section 5")
                .reference("Hyvärinen, Morioka, Unsupervised Feature Extraction by Time-Contrastive Learning and "
                        + "Nonlinear ICA, NIPS 2016, section 6")
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("points"))
                .parameter(Parameter.choice("correlation", "pearson", "spearman")
                        .meaning("of values, or of their ranks"))
                .score(ScoreMeaning.higher("score", 0, 1, "mean correlation of matched latents and factors"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation points = FiniteCodes.require(
                evaluation.points().all(evaluation.parameters().integer("numTrain")));
        boolean ranks = evaluation.parameters().text("correlation").equals("spearman");
        progress.check();
        double[][] latents = IntStream.range(0, points.latents())
                .mapToObj(d -> normalised(points.latent(d), ranks)).toArray(double[][]::new);
        double[][] factors = IntStream.range(0, points.space().count()).mapToObj(
                k -> normalised(Arrays.stream(points.factor(k)).asDoubleStream().toArray(), ranks))
                .toArray(double[][]::new);
        double[][] matrix = new double[latents.length][factors.length];
        for (int d = 0; d < latents.length; d++) {
            for (int k = 0; k < factors.length; k++) {
                matrix[d][k] = Math.abs(Correlation.dot(latents[d], factors[k]));
            }
        }
        List<Integer> liveFactors = live(factors);
        List<Integer> liveLatents = live(latents);
        Scores scores = Scores.of("score", score(matrix, liveLatents, liveFactors))
                .matrix("correlation", Matrix.latentByFactor(points, matrix))
                .fact("variant", evaluation.parameters().text("correlation")).fact("points", points.points())
                .fact("estimator", "matching and score from the same points");
        if (liveLatents.size() < latents.length || liveFactors.size() < factors.length) {
            scores = scores.warning("MCC leaves out " + (latents.length - liveLatents.size()) + " constant latents and "
                    + (factors.length - liveFactors.size()) + " constant factors.");
        }
        return scores;
    }

    private static double score(double[][] matrix, List<Integer> latents, List<Integer> factors) {
        if (latents.isEmpty() || factors.isEmpty()) {
            return Double.NaN;
        }
        double[][] gains = latents.stream().map(d -> factors.stream().mapToDouble(k -> matrix[d][k]).toArray())
                .toArray(double[][]::new);
        int[] factorOf = Assignment.maximise(gains);
        double sum = 0;
        for (int i = 0; i < factorOf.length; i++) {
            sum += factorOf[i] < 0 ? 0 : gains[i][factorOf[i]];
        }
        return sum / Math.min(latents.size(), factors.size());
    }

    private static double[] normalised(double[] values, boolean ranks) {
        return Correlation.normalised(ranks ? Ranks.of(values) : values);
    }

    private static List<Integer> live(double[][] normalised) {
        return IntStream.range(0, normalised.length).filter(i -> !Double.isNaN(normalised[i][0])).boxed().toList();
    }
}
