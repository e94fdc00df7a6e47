package org.distaff.metrics.gaussian;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.distaff.metrics.information.Contingency;
import org.distaff.metrics.information.EqualWidthBins;
import org.distaff.metrics.work.Workers;

/**
 * How dependent the latents are among themselves; needs no factors. All at least 0; 0 for independent latents.
 * Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled Representations, ICML
 * 2019, section 5.2 and appendix C.
 */
public final class LatentDependence implements Metric {

    /** A correlation matrix with a smaller eigenvalue, per latent, is singular but for rounding. */
    private static final double SINGULAR = 4 * Math.ulp(1.0);

    /** Latents whose bins stay in the cache together. */
    private static final int BLOCK = 16;

    @Override
    public Description describe() {
        return Description.of("unsupervised", "Dependence among latents").version("2")
                .summary("Total correlation, Wasserstein correlation and mutual information of the latents; 0 when "
                        + "independent")
                .help("""
                        gaussian-total-correlation: KL(N(μ, Σ) ‖ Π_d N(μ_d, Σ_dd)) = ½ (Σ_d ln Σ_dd − ln det Σ) in \
                        nats, from the covariance Σ of the codes (divided by N − 1). gaussian-wasserstein-correlation: \
                        the squared 2-Wasserstein distance between the same two Gaussians, 2 tr Σ − 2 tr (D^½ Σ D^½)^½ \
                        with D the diagonal of Σ; the -norm score is divided by tr Σ. mutual-information: the mean \
                        over pairs of latents of their mutual information in nats, from equal-width bins. All are at \
                        least 0; lower means more independent.

                        Codes are [N, D]; factors are not used. Mutual information is biased upward by about \
                        (bins − 1)² / 2N. Cost O(N D² + D³). Constant latents are independent of everything and left \
                        out of the total correlation, which the code of Locatello et al. leaves undefined then. It is \
                        infinite when one latent is an exact linear function of others.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, section 5.2 and appendix C")
                .reference("Watanabe, Information Theoretical Analysis of Multivariate Correlation, IBM Journal 1960")
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("points"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .score(ScoreMeaning.lower("gaussian-total-correlation", 0, Double.POSITIVE_INFINITY,
                        "nats that the latents share, if Gaussian"))
                .score(ScoreMeaning.lower("gaussian-wasserstein-correlation", 0, Double.POSITIVE_INFINITY,
                        "squared distance from independent latents, if Gaussian"))
                .score(ScoreMeaning.lower("gaussian-wasserstein-correlation-norm", 0, 2,
                        "the same per total variance"))
                .score(ScoreMeaning.lower("mutual-information", 0, Double.POSITIVE_INFINITY,
                        "mean nats that two latents share"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation points = evaluation.points().all(evaluation.parameters().integer("numTrain"));
        double[][] covariance = Covariance.of(points);
        progress.check();
        double[][] information;
        try (Workers workers = new Workers(evaluation.threads())) {
            information = information(points, evaluation.parameters().integer("bins"), workers, progress);
        }
        double trace = IntStream.range(0, covariance.length).mapToDouble(d -> covariance[d][d]).sum();
        double totalCorrelation = totalCorrelation(covariance);
        double wasserstein = wassersteinCorrelation(covariance);
        var names = IntStream.range(0, points.latents()).mapToObj(d -> "z" + d).toList();
        Scores scores = Scores.of("gaussian-total-correlation", totalCorrelation)
                .and("gaussian-wasserstein-correlation", wasserstein)
                .and("gaussian-wasserstein-correlation-norm", trace == 0 ? 0 : wasserstein / trace)
                .and("mutual-information", meanOffDiagonal(information))
                .matrix("covariance", new Matrix(names, names, covariance))
                .matrix("mutual-information", new Matrix(names, names, information))
                .fact("variant", "Gaussian fit of the codes (Locatello et al. 2019)").fact("points", points.points())
                .fact("estimator", "sample covariance; plug-in, equal-width bins, nats");
        if (IntStream.range(0, covariance.length).anyMatch(d -> covariance[d][d] == 0)) {
            scores = scores.warning("Constant latents are left out of the total correlation; the reference's is "
                    + "undefined then.");
        }
        if (Double.isInfinite(totalCorrelation)) {
            scores = scores.warning("The total correlation is infinite: one latent is a linear function of others.");
        }
        if (points.points() < 2) {
            scores = scores.warning("The dependence of latents is undefined with a single point.");
        }
        if (points.latents() < 2) {
            scores = scores.warning("The mutual information of latents is undefined with a single one.");
        }
        return scores;
    }

    /** Total correlation in nats of a Gaussian with that covariance; constant dimensions count as independent. */
    public static double totalCorrelation(double[][] covariance) {
        // variances below the normal numbers have lost the digits that correlations are made of
        int[] varying = IntStream.range(0, covariance.length)
                .filter(d -> covariance[d][d] >= Double.MIN_NORMAL).toArray();
        double[][] correlation = new double[varying.length][varying.length];
        for (int i = 0; i < varying.length; i++) {
            for (int j = 0; j < varying.length; j++) {
                correlation[i][j] = covariance[varying[i]][varying[j]]
                        / Math.sqrt(covariance[varying[i]][varying[i]]) / Math.sqrt(covariance[varying[j]][varying[j]]);
            }
        }
        double sum = 0;
        for (double eigenvalue : SymmetricEigenvalues.of(correlation)) {
            if (eigenvalue < SINGULAR * varying.length) {
                return Double.POSITIVE_INFINITY;
            }
            sum -= Math.log(eigenvalue) / 2;
        }
        return sum;
    }

    /** Squared 2-Wasserstein distance between centred Gaussians with that covariance and with its diagonal only. */
    public static double wassersteinCorrelation(double[][] covariance) {
        int size = covariance.length;
        double largest = IntStream.range(0, size).mapToDouble(d -> covariance[d][d]).max().orElse(0);
        // a power of two changes no digit, and products of variances neither overflow nor vanish
        double unit = Math.scalb(1.0, Math.getExponent(largest));
        double[][] product = new double[size][size];
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += covariance[i][i] / unit;
            for (int j = 0; j < size; j++) {
                product[i][j] = Math.sqrt(covariance[i][i] / unit * (covariance[j][j] / unit))
                        * (covariance[i][j] / unit);
            }
        }
        double roots = Arrays.stream(SymmetricEigenvalues.of(product)).map(e -> Math.sqrt(Math.max(0, e))).sum();
        return unit * (2 * trace - 2 * roots);
    }

    /** Mutual information of all pairs, a block of rows per task so that a latent's bins serve the whole block. */
    private static double[][] information(Representation points, int bins, Workers workers, Progress progress) {
        short[][] labels = EqualWidthBins.of(points, bins).labels();
        double[][] matrix = new double[labels.length][labels.length];
        int blocks = (labels.length + BLOCK - 1) / BLOCK;
        AtomicInteger done = new AtomicInteger();
        workers.each(blocks, task -> {
            progress.check();
            int from = (blocks - 1 - task) * BLOCK; // the longest rows first
            int to = Math.min(labels.length, from + BLOCK);
            for (int j = 0; j < to; j++) {
                for (int i = Math.max(from, j); i < to; i++) {
                    matrix[i][j] = new Contingency(labels[i], bins, labels[j], bins).mutualInformation();
                    matrix[j][i] = matrix[i][j];
                }
            }
            int rows = Math.min(labels.length, done.incrementAndGet() * BLOCK);
            progress.report((double) rows / labels.length,
                    "mutual information of latents: " + rows + " of " + labels.length);
        });
        return matrix;
    }

    private static double meanOffDiagonal(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum += i == j ? 0 : matrix[i][j];
            }
        }
        return sum / ((double) matrix.length * matrix.length - matrix.length);
    }
}
