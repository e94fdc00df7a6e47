package org.distaff.metrics.factorvae;

import java.util.Arrays;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.linear.LinearClassifier;
import org.distaff.metrics.linear.LogisticRegression;
import org.distaff.metrics.linear.OneVersusRest;

/**
 * β-VAE score: a linear classifier guesses which factor pairs of points share, from how far apart their codes are. An
 * accuracy in [0, 1], higher is better, chance 1/K. Higgins et al., beta-VAE: Learning Basic Visual Concepts with a
 * Constrained Variational Framework, ICLR 2017, section 3, as computed by Locatello et al., Challenging Common
 * Assumptions in the Unsupervised Learning of Disentangled Representations, ICML 2019, appendix C.
 */
public final class BetaVaeScore implements Metric {

    @Override
    public Description describe() {
        return Description.of("beta-vae-score", "BetaVAE score")
                .version("4")
                .summary("Accuracy of guessing which factor pairs of points share from the distance of their codes")
                .help("""
                        One example: a factor is chosen at random, pairs of points are drawn that share its value \
                        (each pair a value of its own), and the example's features are the mean over pairs of \
                        |z_1 − z_2|, one per latent. A multinomial logistic regression (C = 1, quadratic penalty) is \
                        trained to tell the factor; score is its accuracy on fresh examples, train-accuracy that on \
                        the training examples. In [0, 1]; higher is better; guessing gives 1/K.

                        The score reaches 1 easily, even for linear mixtures of factors, and says little about good \
                        models. Features are not scaled, so the scale of the codes changes the regularisation. Codes \
                        are [2 · batch, D] for each example, features [examples, D]. score is an unbiased estimate of \
                        the accuracy of the classifier that was trained, train-accuracy is biased upward. Cost: \
                        2 · batch · (numTrain + numEval) codes, the most of the usual metrics.

                        The regression is solved until the gradient is small. variant=one-versus-rest fits one \
                        regression per factor against the others, intercepts penalised too, as the scikit-learn of \
                        Locatello et al. did (before its version 0.22); accuracies are lower by up to 0.03 when \
                        factors overlap. On a table of codes, pairs are drawn from the table's own points.

                        variant=z-diff rescales the accuracies so that guessing gives 0, (a − 1/K) / (1 − 1/K), as in \
                        the review of Zaidi et al. 2020, which takes batches of 200 pairs. On a table of codes it \
                        never pairs a point with itself, and skips factor values that a single point has; the other \
                        variant may pair a point with itself, which has distance 0.""")
                .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                        + "Framework, ICLR 2017, section 3")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix C")
                .reference("Zaidi, Boilard, Gagnon, Carbonneau, Measuring Disentanglement: A Review of Metrics, 2020")
                .parameter(Parameter.integer("batch", 64).range(1, 65_536).meaning("pairs per example"))
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("training examples"))
                .parameter(Parameter.integer("numEval", 5_000).range(1, 10_000_000)
                        .meaning("examples that are judged"))
                .parameter(Parameter.choice("variant", "reference", "one-versus-rest", "z-diff")
                        .meaning("multinomial or one regression per factor, or accuracies rescaled so that guessing "
                                + "gives 0"))
                .score(ScoreMeaning.higher("score", 0, 1, "accuracy of guessing the shared factor"))
                .score(ScoreMeaning.higher("train-accuracy", 0, 1, "accuracy on the training examples"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        int numTrain = parameters.integer("numTrain");
        int numEval = parameters.integer("numEval");
        int factors = evaluation.source().space().count();
        boolean rescaled = parameters.text("variant").equals("z-diff");
        boolean oneVersusRest = parameters.text("variant").equals("one-versus-rest");
        boolean defined = factors > 1 && (!rescaled || !(evaluation.source() instanceof CodeTable table)
                || DistinctPairs.possible(table.table()));
        double trainAccuracy = Double.NaN;
        double score = Double.NaN;
        if (defined) {
            double share = (double) numTrain / ((double) numTrain + numEval);
            Examples train = collect(evaluation, "train", numTrain, progress.part(0, 0.95 * share));
            Examples eval = collect(evaluation, "eval", numEval, progress.part(0.95 * share, 0.95));
            int latents = evaluation.source().latents();
            LinearClassifier classifier = oneVersusRest
                    ? OneVersusRest.fit(1, train.features, latents, train.factors, progress)
                    : new LogisticRegression(1).fit(train.features, latents, train.factors, progress);
            trainAccuracy = classifier.accuracy(train.features, train.factors);
            score = classifier.accuracy(eval.features, eval.factors);
        }
        if (rescaled) {
            trainAccuracy = Chance.corrected(trainAccuracy, factors);
            score = Chance.corrected(score, factors);
        }
        Scores scores = Scores.of("score", score).and("train-accuracy", trainAccuracy)
                .fact("variant", (oneVersusRest ? "one-versus-rest" : "multinomial")
                        + " logistic regression, C = 1, converged"
                        + (rescaled ? "; accuracies rescaled by chance" : ""))
                .fact("examples", numTrain + " + " + numEval)
                .fact("estimator", "mean distance of " + parameters.integer("batch") + " pairs");
        if (!defined) {
            scores = scores.warning(factors < 2
                    ? "The BetaVAE score is undefined with a single factor: there is nothing to guess."
                    : "The BetaVAE score of variant z-diff is undefined: fewer than two factors have a value that two "
                            + "points of the table share.");
        }
        if (evaluation.source() instanceof CodeTable) {
            scores = scores.warning("The pairs that share a factor were drawn from the table of codes, not from the "
                    + "whole factor space.");
        }
        return scores;
    }

    /**
     * Mean over pairs of the distance of their codes in every latent.
     *
     * @param codes   row by row; rows {@code from}, {@code from + 1} are a pair, and so on
     * @param pairs   number of pairs
     * @param target  receives {@code latents} features
     * @param at      from there on
     */
    public static void distances(double[] codes, int latents, int from, int pairs, double[] target, int at) {
        Arrays.fill(target, at, at + latents, 0);
        for (int p = 0; p < pairs; p++) {
            int first = (from + 2 * p) * latents;
            for (int d = 0; d < latents; d++) {
                target[at + d] += Math.abs(codes[first + d] - codes[first + latents + d]);
            }
        }
        for (int d = 0; d < latents; d++) {
            target[at + d] /= pairs;
        }
    }

    private record Examples(double[] features, int[] factors) {
    }

    private static Examples collect(Evaluation evaluation, String purpose, int examples, Progress progress) {
        int latents = evaluation.source().latents();
        int pairs = evaluation.parameters().integer("batch");
        Examples collected = new Examples(new double[examples * latents], new int[examples]);
        String stream = "beta-vae-score/" + purpose;
        HeldBatches.Use use = (example, factor, codes, from) -> {
            collected.factors[example] = factor;
            distances(codes, latents, from, pairs, collected.features, example * latents);
        };
        if (evaluation.parameters().text("variant").equals("z-diff")
                && evaluation.source() instanceof CodeTable table) {
            new DistinctPairs(table.table(), evaluation.random(stream), pairs).each(examples, "BetaVAE score", progress,
                    use);
        } else {
            new HeldBatches(evaluation, stream, 2 * pairs, 2).each(examples, "BetaVAE score", progress, use);
        }
        return collected;
    }
}
