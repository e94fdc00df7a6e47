package org.distaff.metrics.correlation;

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
                        rank. correlation=rdc is the randomised dependence coefficient, for which any smooth \
                        dependence counts: the largest correlation of sums of 20 random sines of the ranks, with \
                        frequencies and phases of deviation ¼ (s = ½); directions in which the sines vary by less \
                        than 1e-8 of the most are left out, which leaves polynomials of about the fifth degree. It is \
                        biased upward, by about √(8 / N) for independent variables. Factor values count as numbers, \
                        which suits ordinal factors only.

                        Codes are [N, D]. assignment=same-points uses the same points for matching and score, which \
                        biases the score upward for many latents; assignment=train-points matches on the training \
                        points and takes the mean correlation of the matched pairs on the test points. Cost \
                        O(N D K + matching), with rdc 40 times as much or more.

                        Constant latents and factors are left out; the score is undefined when none is left. Pairs \
                        that are constant among the test points only count 0.""")
                .reference("Khemakhem, Kingma, Monti, Hyvärinen, Variational Autoencoders and Nonlinear ICA: A "
                        + "Unifying Framework, AISTATS 2020, section 5")
                .reference("Hyvärinen, Morioka, Unsupervised Feature Extraction by Time-Contrastive Learning and "
                        + "Nonlinear ICA, NIPS 2016, section 6")
                .reference("Lopez-Paz, Hennig, Schölkopf, The Randomized Dependence Coefficient, NIPS 2013, section 4")
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("points"))
                .parameter(Parameter.integer("numTest", 5_000).range(2, 10_000_000)
                        .meaning("test points (assignment=train-points)"))
                .parameter(Parameter.choice("correlation", "pearson", "spearman", "rdc")
                        .meaning("of values, of their ranks, or of random functions of the ranks"))
                .parameter(Parameter.choice("assignment", "same-points", "train-points")
                        .meaning("whether latents and factors are matched on the points that are scored or on others"))
                .score(ScoreMeaning.higher("score", 0, 1, "mean correlation of matched latents and factors"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        boolean apart = parameters.text("assignment").equals("train-points");
        int size = parameters.integer("numTrain");
        Representation points = FiniteCodes.require(apart ? evaluation.points().train(size)
                : evaluation.points().all(size));
        String kind = parameters.text("correlation");
        CorrelationMatrix matrix = CorrelationMatrix.of(points, kind, evaluation, progress);
        int[] latentOf = matrix.matching();
        Scores scores = apart ? held(matrix, latentOf, evaluation, progress)
                : Scores.of("score", matrix.mean(latentOf)).fact("points", points.points())
                        .fact("estimator", "matching and score from the same points");
        scores = scores.matrix("correlation", Matrix.latentByFactor(points, matrix.values()))
                .matrix("matching", new Matrix(List.of("latent"),
                        points.space().factors().stream().map(f -> f.name()).toList(), new double[][] {
                            Arrays.stream(latentOf).mapToDouble(d -> d < 0 ? Double.NaN : d).toArray()}))
                .fact("variant", kind);
        long dead = IntStream.range(0, points.latents()).filter(d -> constant(points.latent(d))).count();
        long constant = IntStream.range(0, points.space().count())
                .filter(k -> constant(Arrays.stream(points.factor(k)).asDoubleStream().toArray())).count();
        return dead == 0 && constant == 0 ? scores
                : scores.warning("MCC leaves out what is constant (latents: " + dead + ", factors: " + constant
                        + "); the reference's is undefined then.");
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /** The score of a matching on the test points. */
    private static Scores held(CorrelationMatrix train, int[] latentOf, Evaluation evaluation, Progress progress) {
        Representation test = FiniteCodes.require(
                evaluation.points().test(evaluation.parameters().integer("numTest")));
        CorrelationMatrix matrix = CorrelationMatrix.of(test, evaluation.parameters().text("correlation"), evaluation,
                progress);
        Scores scores = Scores.of("score", matrix.mean(latentOf))
                .matrix("test-correlation", Matrix.latentByFactor(test, matrix.values()))
                .fact("test-points", test.points()).fact("estimator", "matching from the training points");
        boolean fewer = matrix.liveFactors().size() < train.liveFactors().size()
                || matrix.liveLatents().size() < train.liveLatents().size();
        scores = fewer ? scores.warning("Latents or factors that are constant among the test points count 0 in MCC.")
                : scores;
        return evaluation.points().caveat().map(scores::warning).orElse(scores);
    }
}
