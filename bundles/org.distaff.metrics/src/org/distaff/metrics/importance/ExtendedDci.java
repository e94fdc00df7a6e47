package org.distaff.metrics.importance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.capacity.FourierFeatures;
import org.distaff.metrics.capacity.GrowingPredictor;
import org.distaff.metrics.capacity.SmallNetworks;
import org.distaff.metrics.forest.ForestSettings;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * DCI-ES: disentanglement, completeness and informativeness, and beside them explicitness (how small a predictor
 * suffices) and size (how many latents there are). Higher is better. Eastwood et al., DCI-ES: An Extended
 * Disentanglement Framework with Connections to Identifiability, ICLR 2023.
 */
public final class ExtendedDci implements Metric {

    @Override
    public Description describe() {
        return Description.of("dci-es", "DCI with explicitness and size")
                .summary("DCI, how small a predictor of the factors suffices, and how few latents there are")
                .help("""
                        Disentanglement, completeness and informativeness are those of DCI, with random forests or \
                        boosted trees. size is K / D, factors per latent. explicitness comes from loss-capacity \
                        curves: for each factor the error rate on the test points of predictors of growing capacity, \
                        replaced by its running minimum; E = 1 − 2 A / (range of capacities · baseline), where A is \
                        the area between the curve and its minimum and baseline the error rate of always guessing the \
                        most frequent training value; averaged over factors. Higher is better. explicitness is 1 when \
                        the smallest predictor does as well as any, 0 when the loss falls evenly to nothing, negative \
                        when only large ones do well; because a curve that never falls gives 1 too, read it together \
                        with informativeness. The matrix loss-capacity holds the curves, explicitness the \
                        value and the baseline of each factor.

                        Capacity is the depth of the forest's trees (the same trees, cut off) or the number of \
                        boosting stages, from 1 to capacity; predictors that are deeper are cut, curves that end \
                        earlier are flat from there. With probe=network it is the number of hidden units (hyperbolic \
                        tangents, one layer), with probe=fourier-features the number of random cosines of the \
                        standardised codes under a logistic regression, both in powers of two up to capacity; \
                        disentanglement, completeness and informativeness are then the forest's, because neither \
                        tells the importance of latents. axis=logarithmic takes the logarithm of capacity. Probe, \
                        capacity and axis change the score, so compare only equal settings. Networks are trained \
                        on all points at once by 200 quasi-Newton steps and cosines have frequencies of deviation \
                        1 / √D, which are Distaff's choices.

                        Codes are [N, D]. Losses on test points have no bias, but their running minimum over \
                        capacities is slightly too low. Forests have 10 unpruned trees and are shared with DCI's \
                        estimator=random-forest; the published code has 100. Cost O(trees · N D · depth), or that of \
                        DCI; for networks O(200 · N · capacity · (D + n_k)) and for cosines O(30 · N · capacity · n_k) \
                        for each factor. A factor with a single value among the training points is left out with a \
                        warning.""")
                .reference("Eastwood, Nicolicioiu, von Kügelgen, Kekić, Träuble, Dittadi, Schölkopf, DCI-ES: An "
                        + "Extended Disentanglement Framework with Connections to Identifiability, ICLR 2023")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the predictors are fitted to"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000)
                        .meaning("points that test informativeness and loss"))
                .parameter(Parameter.choice("probe", "random-forest", "boosted-trees", "network", "fourier-features")
                        .meaning("what predicts the factors on the curve"))
                .parameter(Parameter.integer("trees", 10).range(1, 10_000).meaning("trees of each random forest"))
                .parameter(Parameter.integer("capacity", 32).range(2, 10_000)
                        .meaning("largest depth of trees, number of stages, hidden units or cosines on the curve"))
                .parameter(Parameter.choice("axis", "linear", "logarithmic")
                        .meaning("how capacity counts in the area under the curve"))
                .score(ScoreMeaning.higher("disentanglement", 0, 1, "whether each latent matters to one factor only"))
                .score(ScoreMeaning.higher("completeness", 0, 1, "whether each factor is coded by one latent only"))
                .score(ScoreMeaning.higher("informativeness-*", 0, 1, "accuracy of predicting the factors"))
                .score(ScoreMeaning.higher("explicitness", Double.NEGATIVE_INFINITY, 1,
                        "how small a predictor does as well as any"))
                .score(ScoreMeaning.higher("size", 0, Double.POSITIVE_INFINITY, "factors per latent"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().train(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        String family = parameters.text("probe");
        boolean forest = !family.equals("boosted-trees");
        Optional<GrowingPredictor> growing = growing(family, evaluation.seed());
        int[] capacities = capacities(parameters.integer("capacity"), growing.isPresent());
        try (Workers workers = new Workers(evaluation.threads())) {
            Progress fitting = progress.part(0, growing.isPresent() ? 0.3 : 0.9);
            ForestSettings settings = new ForestSettings(parameters.integer("trees"), ForestSettings.UNBOUNDED);
            TreeFactors trees = forest ? ForestFactors.of(train, settings, evaluation.seed(), workers, fitting)
                    : BoostedFactors.of(train, BoostingSettings.CUSTOMARY, evaluation.seed(), workers, fitting);
            progress.report(growing.isPresent() ? 0.3 : 0.9, "measuring loss and capacity");
            double[][] accuracies = new double[trees.factors().size()][];
            workers.each(growing.isPresent() ? accuracies.length : 0, j -> accuracies[j] = growing.orElseThrow()
                    .accuracies(train, test, trees.factors().get(j), capacities, progress));
            for (int j = 0; growing.isEmpty() && j < accuracies.length; j++) {
                accuracies[j] = trees.classifiers().get(j).accuracies(test, test.factor(trees.factors().get(j)),
                        capacities, workers);
            }
            ImportanceProbe probe = ImportanceProbe.of(trees, train, test, workers,
                    forest ? "random forest" : "gradient-boosted trees",
                    (forest ? settings.trees() + " trees" : "exact splits") + "; loss of " + family
                            + ", capacities 1 to " + parameters.integer("capacity") + ", "
                            + parameters.text("axis") + " axis");
            Scores scores = curves(probe.scores(train, test), trees.factors(), accuracies, train, test, capacities,
                    parameters.text("axis").equals("linear"))
                    .and("size", (double) trees.factors().size() / train.latents());
            scores = evaluation.points().caveat().map(scores::warning).orElse(scores);
            return probe.warn("DCI-ES", scores, train);
        }
    }

    /** Empty for trees, which are cut instead of fitted anew. */
    private static Optional<GrowingPredictor> growing(String family, long seed) {
        return switch (family) {
            case "network" -> Optional.of(new SmallNetworks(seed));
            case "fourier-features" -> Optional.of(new FourierFeatures(seed));
            default -> Optional.empty();
        };
    }

    /** All from 1 to the largest, or powers of two and the largest. */
    private static int[] capacities(int largest, boolean sparse) {
        return IntStream.rangeClosed(1, largest)
                .filter(c -> !sparse || c == largest || Integer.bitCount(c) == 1).toArray();
    }

    private static Scores curves(Scores scores, List<Integer> factors, double[][] accuracies, Representation train,
            Representation test, int[] capacities, boolean linear) {
        double[] axis = Arrays.stream(capacities).mapToDouble(c -> linear ? c : Math.log(c)).toArray();
        int count = factors.size();
        double[][] losses = new double[capacities.length][count];
        double[] baselines = new double[count];
        double[] explicitness = new double[count];
        for (int j = 0; j < count; j++) {
            int factor = factors.get(j);
            LossCapacity curve = LossCapacity.of(axis, Arrays.stream(accuracies[j]).map(a -> 1 - a).toArray());
            baselines[j] = baseline(train.factor(factor), test.factor(factor));
            explicitness[j] = baselines[j] == 0 ? Double.NaN
                    : curve.explicitness(axis[0], axis[axis.length - 1], baselines[j]);
            for (int c = 0; c < capacities.length; c++) {
                losses[c][j] = curve.losses()[c];
            }
        }
        List<String> names = factors.stream().map(k -> train.space().factors().get(k).name()).toList();
        List<String> rows = Arrays.stream(capacities).mapToObj(Integer::toString).toList();
        Scores curved = scores.and("explicitness", Arrays.stream(explicitness).filter(e -> !Double.isNaN(e)).average()
                .orElse(Double.NaN))
                .matrix("loss-capacity", new Matrix(rows, names, losses))
                .matrix("explicitness", new Matrix(List.of("explicitness", "baseline"), names,
                        new double[][] {explicitness, baselines}));
        for (int j = 0; j < count; j++) {
            if (Double.isNaN(explicitness[j])) {
                curved = curved.warning("Explicitness leaves out factor '" + names.get(j)
                        + "': guessing its most frequent value is never wrong on the test points.");
            }
        }
        return curved;
    }

    /** Share of the test points that do not have the most frequent training value; the smallest among equals. */
    private static double baseline(int[] train, int[] test) {
        int[] counts = new int[Arrays.stream(train).max().orElseThrow() + 1];
        for (int value : train) {
            counts[value]++;
        }
        int best = 0;
        for (int v = 1; v < counts.length; v++) {
            best = counts[v] > counts[best] ? v : best;
        }
        int guess = best;
        return (double) Arrays.stream(test).filter(value -> value != guess).count() / test.length;
    }
}
