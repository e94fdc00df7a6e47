package org.distaff.metrics.downstream;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Strong downstream task: factors are predicted after training under a single value of another factor, and tested under
 * its other values. Accuracies in [0, 1], higher is better. Locatello et al., A Sober Look at the Unsupervised Learning
 * of Disentangled Representations and their Evaluation, JMLR 2020, section 5.
 */
public final class StrongDownstreamTask implements Metric {

    @Override
    public Description describe() {
        return Description.of("strong-downstream", "Strong downstream task")
                .version("4")
                .summary("How well predictors of factors generalise to values of another factor never seen")
                .help("""
                        For each factor, experiments times: another factor and one of its values are drawn, a \
                        predictor is trained on points with that value and tested on points with its other values. \
                        strong-accuracy is the mean test accuracy over factors and experiments, accuracy that of \
                        predictors trained and tested without holding anything, and gap = 1 − strong-accuracy / \
                        accuracy, the share that is lost; lower means better generalisation. For accuracies, higher is \
                        better; they lie in [0, 1].

                        Codes are [N, D]. Accuracies on test points have no bias, but few experiments are noisy. Which \
                        factors and values are held depends on the seed of the evaluation only, where the code of \
                        Locatello et al. draws them from a global generator. On a table of codes, accuracy is that \
                        of its first numTrain rows, and for strong-accuracy points are drawn from those of the whole \
                        training table that have the value, so they repeat when few have it. Cost: experiments times \
                        that of DCI on numTrain points; the default is 1000 points for that reason. Factors with a single value are neither predicted nor held.""")
                .reference("Locatello et al., A Sober Look at the Unsupervised Learning of Disentangled "
                        + "Representations and their Evaluation, JMLR 2020, section 5")
                .parameter(Parameter.integer("numTrain", 1_000).range(2, 10_000_000).meaning("training points"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000).meaning("test points"))
                .parameter(Parameter.integer("experiments", 5).range(1, 10_000)
                        .meaning("how often another factor is held, for each predicted one"))
                .parameter(Parameter.choice("predictor", "boosted-trees", "logistic-regression")
                        .meaning("what predicts the factors"))
                .score(ScoreMeaning.higher("accuracy", 0, 1, "test accuracy without holding anything"))
                .score(ScoreMeaning.higher("strong-accuracy", 0, 1, "test accuracy under values never seen"))
                .score(ScoreMeaning.lower("gap", Double.NEGATIVE_INFINITY, 1,
                        "share of the accuracy that is lost under values never seen"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().trainAtMost(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        FactorPredictor predictor = FactorPredictor.of(parameters.text("predictor"));
        double[] plain;
        double[] strong = new double[train.space().count()];
        try (Workers workers = new Workers(evaluation.threads())) {
            plain = predictor.accuracies(train, test, evaluation.seed(), workers, progress.part(0, 0.2)).test();
            for (int k = 0; k < strong.length; k++) {
                strong[k] = mean(strong(evaluation, predictor, k, workers,
                        progress.part(0.2 + 0.8 * k / strong.length, 0.2 + 0.8 * (k + 1) / strong.length)));
            }
        }
        return scores(evaluation, train, test, plain, strong);
    }

    /** Test accuracies for one factor; NaN where it has a single value, or no other factor has two. */
    private static double[] strong(Evaluation evaluation, FactorPredictor predictor, int factor, Workers workers,
            Progress progress) {
        Parameters parameters = evaluation.parameters();
        CodeSource source = evaluation.source();
        RandomGenerator random = evaluation.random("strong-downstream/" + factor);
        int[] others = IntStream.range(0, source.space().count())
                .filter(k -> k != factor && values(source, k).length > 1).toArray();
        double[] accuracies = new double[parameters.integer("experiments")];
        Arrays.fill(accuracies, Double.NaN);
        for (int e = 0; e < accuracies.length && others.length > 0; e++) {
            int held = others[random.nextInt(others.length)];
            int[] values = values(source, held);
            int seen = values[random.nextInt(values.length)];
            int[] unseen = Arrays.stream(values).filter(value -> value != seen).toArray();
            Representation train = draw(source, parameters.integer("numTrain"), held, new int[] {seen}, random);
            Representation test = draw(source, parameters.integer("numTest"), held, unseen, random);
            accuracies[e] = predictor.accuracy(train, test, factor, evaluation.seed(), workers,
                    progress.part((double) e / accuracies.length, (e + 1.0) / accuracies.length));
        }
        return accuracies;
    }

    /** Points with one of some values of a factor, each as likely. */
    private static Representation draw(CodeSource source, int points, int factor, int[] values,
            RandomGenerator random) {
        int[] factors = new int[points];
        Arrays.fill(factors, factor);
        int[] held = random.ints(points, 0, values.length).map(i -> values[i]).toArray();
        return FiniteCodes.require(source.sampleHolding(factors, held, random));
    }

    /** The values that points of a source have. */
    private static int[] values(CodeSource source, int factor) {
        return source instanceof CodeTable table
                ? Arrays.stream(table.table().factor(factor)).distinct().sorted().toArray()
                : IntStream.range(0, source.space().size(factor)).toArray();
    }

    private static Scores scores(Evaluation evaluation, Representation train, Representation test, double[] plain,
            double[] strong) {
        Scores scores = Scores.of("accuracy", mean(plain)).and("strong-accuracy", mean(strong))
                .and("gap", 1 - mean(strong) / mean(plain))
                .matrix("test-accuracy", new Matrix(List.of("plain", "strong"),
                        train.space().factors().stream().map(f -> f.name()).toList(), new double[][] {plain, strong}))
                .fact("variant", evaluation.parameters().integer("experiments") + " experiments per factor")
                .fact("train-points", train.points()).fact("test-points", test.points())
                .fact("estimator", evaluation.parameters().text("predictor"));
        scores = evaluation.points().caveat().map(scores::warning).orElse(scores);
        return !Double.isNaN(mean(strong)) ? scores
                : scores.warning("Strong generalisation is undefined: it needs two factors that vary.");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }
}
