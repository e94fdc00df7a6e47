package org.distaff.metrics.support;

import java.util.List;
import java.util.random.RandomGenerator;
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
import org.distaff.metrics.linear.Standardiser;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * FoS: how far the codes that occur are from all combinations of the latents' values that occur. At least 0, lower is
 * better. Roth, Ibrahim, Akata, Vincent and Bouchacourt, Disentanglement of Correlated Factors via Hausdorff Factorized
 * Support, ICLR 2023, section 3.
 */
public final class FactorisedSupport implements Metric {

    @Override
    public Description describe() {
        return Description.of("fos", "Factorised support")
                .summary("How far the codes that occur are from all combinations of the latents' values")
                .help("""
                        Points are taken in batches. For a pair of latents (i, j), max over a, b in the batch of min \
                        over n of (z_ai − z_ni)² + (z_bj − z_nj)² is the squared distance of the worst recombination \
                        of values from the nearest code that occurs: a one-sided Hausdorff distance. score is its sum \
                        over the pairs, averaged over batches; standardised is the same for codes divided by their \
                        standard deviation. In [0, ∞); lower means better. It needs no factors and, other \
                        than independence, can be reached when factors are correlated but all their combinations occur.

                        score grows with the square of the codes' scale and with the number of pairs, and \
                        standardised with the number of pairs; compare models of equally many latents, score only for \
                        equal scales. Dead latents add next to nothing to score and, when constant, nothing to \
                        standardised. A finite batch of independent codes does not reach 0: normal ones of variance 1 \
                        give about 3.1 per pair for batches of 64 and 3.2 for 128, a perfectly correlated pair 11.

                        Codes are posterior means, [N, D]; no test points; the points beyond the last whole batch are \
                        left out, and points are shuffled first. pairs > 0 draws so many pairs for each batch. The \
                        matrix holds each pair's mean over the batches it was drawn in. Cost O(N B / 64) words per \
                        pair for batches of B, about 2 ms for 10,000 points; the half million pairs of a thousand \
                        latents take many minutes.""")
                .reference("Roth, Ibrahim, Akata, Vincent, Bouchacourt, Disentanglement of Correlated Factors via "
                        + "Hausdorff Factorized Support, ICLR 2023, section 3")
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("points"))
                .parameter(Parameter.integer("batch", 128).range(2, 65_536)
                        .meaning("points per batch; 128 in the code of Roth et al."))
                .parameter(Parameter.integer("pairs", 0).range(0, 10_000_000)
                        .meaning("pairs of latents drawn for each batch; 0: all pairs"))
                .score(ScoreMeaning.lower("score", 0, Double.POSITIVE_INFINITY,
                        "squared distance of the worst recombination, summed over pairs of latents"))
                .score(ScoreMeaning.lower("standardised", 0, Double.POSITIVE_INFINITY,
                        "the same for latents of variance 1, which does not depend on their scale"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation points = FiniteCodes.require(evaluation.points().all(parameters.integer("numTrain")));
        int size = Math.min(parameters.integer("batch"), points.points());
        int batches = points.points() / size;
        int wanted = parameters.integer("pairs");
        PairDistances pairs = new PairDistances(points.latents(), size, batches, wanted,
                evaluation.random("fos/pairs"));
        double[][] columns = shuffled(points, evaluation.random("fos/batches"));
        PairDistances.Result plain;
        PairDistances.Result standardised;
        try (Workers workers = new Workers(evaluation.threads())) {
            plain = pairs.measure(columns, workers, progress.part(0, 0.5));
            standardise(columns, Standardiser.of(points.codes(), points.latents()).deviations());
            standardised = pairs.measure(columns, workers, progress.part(0.5, 1));
        }
        Scores scores = Scores.of("score", plain.score()).and("standardised", standardised.score())
                .matrix("hausdorff", latentByLatent(plain.means()))
                .matrix("hausdorff-standardised", latentByLatent(standardised.means()))
                .fact("variant", wanted == 0 ? "all pairs of latents" : wanted + " pairs of latents for each batch")
                .fact("points", batches * size).fact("batches", batches)
                .fact("estimator", "mean over batches of " + size);
        if (points.latents() < 2) {
            return scores.warning("FoS is undefined with a single latent: there is nothing to combine it with.");
        }
        return size == parameters.integer("batch") ? scores
                : scores.warning("FoS has one batch of only " + size + " points, which raises it.");
    }

    /** The latents as columns of points in random order, so that the rows of a sorted table make fair batches. */
    private static double[][] shuffled(Representation points, RandomGenerator random) {
        int[] order = new int[points.points()];
        for (int n = 0; n < order.length; n++) {
            int j = random.nextInt(n + 1);
            order[n] = order[j];
            order[j] = n;
        }
        double[][] columns = new double[points.latents()][order.length];
        for (int d = 0; d < columns.length; d++) {
            for (int n = 0; n < order.length; n++) {
                columns[d][n] = points.codes()[order[n] * columns.length + d];
            }
        }
        return columns;
    }

    private static void standardise(double[][] columns, double[] deviations) {
        for (int d = 0; d < columns.length; d++) {
            for (int n = 0; n < columns[d].length; n++) {
                columns[d][n] = deviations[d] == 0 ? 0 : columns[d][n] / deviations[d];
            }
        }
    }

    private static Matrix latentByLatent(double[][] values) {
        List<String> latents = IntStream.range(0, values.length).mapToObj(d -> "z" + d).toList();
        return new Matrix(latents, latents, values);
    }
}
