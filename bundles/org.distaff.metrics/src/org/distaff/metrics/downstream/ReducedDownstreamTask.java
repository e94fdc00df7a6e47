package org.distaff.metrics.downstream;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.importance.BoostedFactors;
import org.distaff.metrics.importance.TreeFactors;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Reduced downstream task: the latents that matter most to a factor are taken away, and all factors are predicted from
 * the rest. Accuracies in [0, 1]. Locatello et al., A Sober Look at the Unsupervised Learning of Disentangled
 * Representations and their Evaluation, JMLR 2020, section 5.
 */
public final class ReducedDownstreamTask implements Metric {

    @Override
    public Description describe() {
        return Description.of("reduced-downstream", "Reduced downstream task")
                .version("4")
                .summary("How well factors are predicted without the latents that matter most to one of them")
                .help("""
                        For each factor the latent with the highest importance for it (boosted trees, as DCI) is taken \
                        away, remove times, importances being computed anew after each; then all factors are predicted \
                        from the latents that are left. reduced-factor is the test accuracy for the factor whose \
                        latents went, other-factors that for all others, both averaged over factors. In a disentangled \
                        code the first falls to chance and the second stays: gap = other-factors − reduced-factor; \
                        higher is better. The matrix test-accuracy holds every pair: rows name the factor whose \
                        latents went, columns the predicted one.

                        Codes are [N, D]; remove must be below D. Accuracies on test points have no bias. Cost: up to \
                        1 + K · remove times that of DCI on numTrain points, fewer when factors share latents; the \
                        default is 1000 points where Locatello et al. use up to 10,000, for that reason. On a table of \
                        codes the first numTrain rows train. Factors with a single value among the training points \
                        are left out.""")
                .reference("Locatello et al., A Sober Look at the Unsupervised Learning of Disentangled "
                        + "Representations and their Evaluation, JMLR 2020, section 5")
                .parameter(Parameter.integer("numTrain", 1_000).range(2, 10_000_000).meaning("training points"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000).meaning("test points"))
                .parameter(Parameter.integer("remove", 1).range(1, 1_000).meaning("latents taken away per factor"))
                .parameter(Parameter.choice("predictor", "boosted-trees", "logistic-regression")
                        .meaning("what predicts the factors from the latents that are left"))
                .score(ScoreMeaning.lower("reduced-factor", 0, 1, "accuracy for the factor whose latents went"))
                .score(ScoreMeaning.higher("other-factors", 0, 1, "accuracy for the other factors"))
                .score(ScoreMeaning.higher("gap", -1, 1, "other-factors minus reduced-factor"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().trainAtMost(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        int remove = parameters.integer("remove");
        if (remove >= train.latents()) {
            throw Problem.input("reduced-downstream: 'remove' is " + remove + ", but the codes have only "
                    + train.latents() + " latents; take away fewer than that.");
        }
        double[][] accuracies;
        try (Workers workers = new Workers(evaluation.threads())) {
            accuracies = new Reduction(train, test, evaluation, workers).accuracies(remove, progress);
        }
        return scores(evaluation, train, test, accuracies);
    }

    private static Scores scores(Evaluation evaluation, Representation train, Representation test,
            double[][] accuracies) {
        int factors = accuracies.length;
        double reduced = mean(IntStream.range(0, factors).mapToDouble(k -> accuracies[k][k]));
        double others = mean(IntStream.range(0, factors).mapToDouble(k -> mean(IntStream.range(0, factors)
                .filter(other -> other != k).mapToDouble(other -> accuracies[k][other]))));
        List<String> names = train.space().factors().stream().map(f -> f.name()).toList();
        Scores scores = Scores.of("reduced-factor", reduced).and("other-factors", others).and("gap", others - reduced)
                .matrix("test-accuracy", new Matrix(names, names, accuracies))
                .fact("variant", evaluation.parameters().integer("remove") + " latents taken away")
                .fact("train-points", train.points()).fact("test-points", test.points())
                .fact("estimator", evaluation.parameters().text("predictor"));
        scores = evaluation.points().caveat().map(scores::warning).orElse(scores);
        for (int k = 0; k < factors; k++) {
            if (Double.isNaN(accuracies[k][k])) {
                scores = scores.warning("Reduced downstream leaves out factor '" + names.get(k)
                        + "': it has a single value among the training points.");
            }
        }
        return Double.isNaN(others - reduced)
                ? scores.warning("Fewer than two factors vary, so there are no others to compare with.") : scores;
    }

    private static double mean(DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    /** What trees and predictors say about codes without some latents; once for every set of them. */
    private record Reduction(Representation train, Representation test, Evaluation evaluation, Workers workers,
            Map<Set<Integer>, Importance> importances, Map<Set<Integer>, double[]> accuracies) {

        /** Of the latents that are left for each factor that can be predicted, [latents, factors]. */
        private record Importance(List<Integer> factors, double[][] values) {
        }

        Reduction(Representation train, Representation test, Evaluation evaluation, Workers workers) {
            this(train, test, evaluation, workers, new HashMap<>(), new HashMap<>());
        }

        /** Row k: accuracy for every factor without the latents of factor k; NaN where it cannot be predicted. */
        double[][] accuracies(int remove, Progress progress) {
            double[][] all = new double[train.space().count()][train.space().count()];
            FactorPredictor predictor = FactorPredictor.of(evaluation.parameters().text("predictor"));
            double steps = all.length * (remove + 1.0);
            int step = 0;
            for (int k = 0; k < all.length; k++) {
                Set<Integer> gone = new TreeSet<>();
                for (int r = 0; r < remove; r++, step++) {
                    gone.add(mostImportant(k, gone, progress.part(step / steps, (step + 1) / steps)));
                }
                Progress last = progress.part(step / steps, (step + 1) / steps);
                step++;
                all[k] = gone.contains(-1) ? filledWithNan(all.length)
                        : accuracies.computeIfAbsent(Set.copyOf(gone), set -> predictor.accuracies(without(train, set),
                                without(test, set), evaluation.seed(), workers, last).test());
            }
            return all;
        }

        private static double[] filledWithNan(int length) {
            double[] nothing = new double[length];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }

        /** The latent that matters most to a factor among those that are left; −1 if it cannot be predicted. */
        private int mostImportant(int factor, Set<Integer> gone, Progress progress) {
            Importance importance = importances.computeIfAbsent(Set.copyOf(gone), set -> importance(set, progress));
            int at = importance.factors.indexOf(factor);
            if (at < 0) {
                return -1;
            }
            int best = 0;
            for (int d = 1; d < importance.values.length; d++) {
                best = importance.values[d][at] > importance.values[best][at] ? d : best;
            }
            return left(gone)[best];
        }

        /** The trees themselves are let go: with many latents they and the points they grew on are large. */
        private Importance importance(Set<Integer> gone, Progress progress) {
            Representation points = without(train, gone);
            TreeFactors boosted = BoostedFactors.of(points, BoostingSettings.CUSTOMARY, evaluation.seed(), workers,
                    progress);
            return new Importance(boosted.factors(), boosted.importance(points.latents()));
        }

        private int[] left(Set<Integer> gone) {
            return IntStream.range(0, train.latents()).filter(d -> !gone.contains(d)).toArray();
        }

        private Representation without(Representation points, Set<Integer> gone) {
            if (gone.isEmpty()) {
                return points; // other metrics have grown the same trees
            }
            int[] left = left(gone);
            double[] codes = new double[points.points() * left.length];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = points.codes()[i / left.length * points.latents() + left[i % left.length]];
            }
            return new Representation(points.space(), left.length, codes, points.factors());
        }
    }
}
