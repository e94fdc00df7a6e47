package org.distaff.metrics.downstream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.linear.CrossValidatedRegression;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Downstream task: factors are predicted from codes with few and many training points. Accuracies in [0, 1], higher is
 * better. Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled
 * Representations, ICML 2019, section 5.5.
 */
public final class DownstreamTask implements Metric {

    @Override
    public Description describe() {
        return Description.of("downstream", "Downstream task")
                .version("3")
                .summary("Accuracy of predicting the factors from few and many training points")
                .help("""
                        For every number of training points and every predictor, each factor is predicted from the \
                        codes; the score <predictor>-<points> is the test accuracy, averaged over factors. \
                        <predictor>-efficiency-<points> divides it by the accuracy with the most points (statistical \
                        efficiency). Accuracies lie in [0, 1]; higher is better. The matrices hold the accuracies for \
                        every factor on test and training points, their means and the least.

                        logistic-regression: multinomial, on the codes as they are, with a quadratic penalty chosen \
                        among ten from 1e-4 to 1e4 by five-fold cross-validation on successive points. boosted-trees: \
                        as in DCI, with which it shares its trees.

                        Codes are [N, D]. All sizes are tested on the same points, where Locatello et al. draw anew \
                        for every size; accuracies on test points have no bias, only a standard error of at most 1 / \
                        √(4 numTest) for each factor. On a table of codes the first points of the table train, and \
                        sizes beyond the table are left out with a warning. With few points some folds lack values of \
                        a factor; the regression is then fitted to the values that are there, which a warning says. \
                        Cost: the trees as DCI for the largest size; the regressions 50 fits per factor. Factors with \
                        a single value among the training points are left out.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, section 5.5")
                .parameter(Parameter.text("sizes", "10,100,1000,10000")
                        .meaning("numbers of training points, ascending, separated by commas"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000).meaning("test points"))
                .parameter(Parameter.choice("predictor", "both", "logistic-regression", "boosted-trees")
                        .meaning("what predicts the factors"))
                .score(ScoreMeaning.higher("*-efficiency-*", 0, Double.POSITIVE_INFINITY,
                        "accuracy with that many training points over the accuracy with the most"))
                .score(ScoreMeaning.higher("*", 0, 1, "test accuracy with that many training points"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        int[] sizes = sizes(evaluation.parameters().text("sizes"));
        Representation test = FiniteCodes.require(
                evaluation.points().test(evaluation.parameters().integer("numTest")));
        String chosen = evaluation.parameters().text("predictor");
        List<String> predictors = chosen.equals("both") ? List.of("logistic-regression", "boosted-trees")
                : List.of(chosen);
        Scores scores = new Scores(java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), List.of());
        List<String> rows = new ArrayList<>();
        List<Accuracies> accuracies = new ArrayList<>();
        double whole = predictors.size() * (double) Arrays.stream(sizes).sum();
        double before = 0;
        try (Workers workers = new Workers(evaluation.threads())) {
            for (String predictor : predictors) {
                List<Integer> done = new ArrayList<>();
                for (int size : sizes) {
                    progress.check();
                    Progress part = progress.part(before / whole, (before + size) / whole);
                    before += size;
                    Representation train = train(evaluation, size);
                    if (train.points() == size) {
                        Accuracies perFactor = FactorPredictor.of(predictor)
                                .accuracies(train, test, evaluation.seed(), workers, part);
                        rows.add(predictor + "-" + size);
                        accuracies.add(perFactor);
                        done.add(size);
                        scores = scores.and(predictor + "-" + size, mean(perFactor.test()));
                    }
                }
                scores = withEfficiency(scores, predictor, done);
            }
        }
        return finish(scores, evaluation, sizes, test, rows, accuracies);
    }

    private static Scores withEfficiency(Scores scores, String predictor, List<Integer> sizes) {
        Scores more = scores;
        for (int i = 0; i + 1 < sizes.size(); i++) {
            more = more.and(predictor + "-efficiency-" + sizes.get(i), scores.values().get(predictor + "-"
                    + sizes.get(i)) / scores.values().get(predictor + "-" + sizes.get(sizes.size() - 1)));
        }
        return more;
    }

    private static Scores finish(Scores scores, Evaluation evaluation, int[] sizes, Representation test,
            List<String> rows, List<Accuracies> accuracies) {
        List<String> names = test.space().factors().stream().map(f -> f.name()).toList();
        Scores done = scores
                .matrix("test-accuracy", new Matrix(rows, names,
                        accuracies.stream().map(Accuracies::test).toArray(double[][]::new)))
                .matrix("train-accuracy", new Matrix(rows, names,
                        accuracies.stream().map(Accuracies::train).toArray(double[][]::new)))
                .matrix("summary", new Matrix(rows, List.of("mean-train", "mean-test", "min-test"),
                        accuracies.stream().map(DownstreamTask::summary).toArray(double[][]::new)))
                .fact("variant", evaluation.parameters().text("predictor"))
                .fact("train-points", evaluation.parameters().text("sizes"))
                .fact("test-points", test.points())
                .fact("estimator", "cross-validated logistic regression; boosted trees");
        done = evaluation.points().caveat().map(done::warning).orElse(done);
        boolean folds = !evaluation.parameters().text("predictor").equals("boosted-trees");
        for (int size : sizes) {
            Representation train = train(evaluation, size);
            if (train.points() < size) {
                done = done.warning("There are no " + size + " training points; that size is left out.");
            } else if (folds) {
                done = warnOfFolds(done, train);
            }
        }
        if (done.values().values().stream().anyMatch(v -> v.isNaN())) {
            done = done.warning("With some sizes every factor has a single value among the training points.");
        }
        return done;
    }

    private static Scores warnOfFolds(Scores scores, Representation train) {
        List<String> lacking = java.util.stream.IntStream.range(0, train.space().count())
                .filter(k -> CrossValidatedRegression.foldsLackClasses(train.factor(k)))
                .mapToObj(k -> train.space().factors().get(k).name()).toList();
        return lacking.isEmpty() ? scores : scores.warning("With " + train.points() + " training points, "
                + "cross-validation fits without some values of " + String.join(", ", lacking)
                + "; held-out points with such a value count as wrong when the penalty is chosen.");
    }

    private static Representation train(Evaluation evaluation, int size) {
        return FiniteCodes.require(evaluation.points().trainAtMost(size));
    }

    private static double[] summary(Accuracies accuracies) {
        return new double[] {mean(accuracies.train()), mean(accuracies.test()), Arrays.stream(accuracies.test())
                .filter(a -> !Double.isNaN(a)).min().orElse(Double.NaN)};
    }

    private static double mean(double[] accuracies) {
        return Arrays.stream(accuracies).filter(a -> !Double.isNaN(a)).average().orElse(Double.NaN);
    }

    private static int[] sizes(String text) {
        try {
            int[] sizes = Arrays.stream(text.split(",")).mapToInt(s -> Integer.parseInt(s.strip())).toArray();
            for (int i = 0; i < sizes.length; i++) {
                if (sizes[i] < 2 || i > 0 && sizes[i] <= sizes[i - 1]) {
                    throw new NumberFormatException();
                }
            }
            return sizes;
        } catch (NumberFormatException e) {
            throw Problem.input("downstream: 'sizes' must be ascending integers of at least 2, separated by commas, "
                    + "not '" + text + "'.", e);
        }
    }
}
