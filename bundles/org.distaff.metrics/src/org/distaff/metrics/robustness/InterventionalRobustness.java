package org.distaff.metrics.robustness;

import java.util.Arrays;

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
import org.distaff.metrics.factorvae.LatentVariances;
import org.distaff.metrics.information.EqualWidthBins;
import org.distaff.metrics.work.Workers;

/**
 * IRS: how little a latent moves while the factor that explains it best is fixed and all others change. At most 1,
 * higher is better. Suter, Miladinović, Schölkopf and Bauer, Robustly Disentangled Causal Mechanisms, ICML 2019,
 * section 4.
 */
public final class InterventionalRobustness implements Metric {

    @Override
    public Description describe() {
        return Description.of("irs", "Interventional robustness score")
                .summary("How little a latent moves while its factor is fixed and all others change")
                .help("""
                        For latent d and factor k, IRS[d, k] = 1 − E_v Q_q(|z_d − E[z_d | y_k = v]| given y_k = v) / \
                        max |z_d − E z_d|, where Q_q is the quantile given by diffQuantile and E_v the mean over the \
                        factor's values. A latent's score is its best over factors, and the score the mean over \
                        latents, weighted by max |z_d − E z_d|. At most 1; higher is better; it may be slightly \
                        negative, because points may lie farther from their group's mean than from the mean of all.

                        Codes are [N, D]; constant latents are left out. No test points. The quantile of few \
                        deviations is too small, so the score is biased upward when values have few points; a value \
                        that a single point has counts as perfectly still. Cost O(K N D log N).

                        variant=reference cuts factors of more than 20 values into 20 bins first, as the code of \
                        Locatello et al. does, which lowers the score of a perfect code; variant=corrected takes the \
                        values as they are.""")
                .reference("Suter, Miladinović, Schölkopf, Bauer, Robustly Disentangled Causal Mechanisms: Validating "
                        + "Deep Representations for Interventional Robustness, ICML 2019, section 4")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000).meaning("points"))
                .parameter(Parameter.real("diffQuantile", 0.99).range(0, 1)
                        .meaning("quantile that stands for the largest deviation of a group"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000)
                        .meaning("bins for the factors (variant=reference)"))
                .parameter(Parameter.choice("variant", "reference", "corrected")
                        .meaning("whether factors are cut into bins first"))
                .score(ScoreMeaning.higher("score", Double.NEGATIVE_INFINITY, 1,
                        "how still latents keep while their factor is fixed"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation points = evaluation.points().all(parameters.integer("numTrain"));
        boolean binned = parameters.text("variant").equals("reference");
        double[] variances = LatentVariances.of(points);
        int factors = points.space().count();
        double[][] matrix = new double[points.latents()][factors];
        double[] largest = new double[points.latents()];
        int[][] groups = new int[factors][];
        for (int k = 0; k < factors; k++) {
            int[] values = points.factor(k);
            groups[k] = binned ? EqualWidthBins.labels(Arrays.stream(values).asDoubleStream().toArray(),
                    parameters.integer("bins")) : values;
        }
        try (Workers workers = new Workers(evaluation.threads())) {
            workers.each(matrix.length, d -> {
                progress.check();
                double[] latent = points.latent(d);
                largest[d] = Arrays.stream(deviations(latent)).max().orElse(0);
                for (int k = 0; k < factors; k++) {
                    matrix[d][k] = variances[d] > 0
                            ? 1 - groupDeviation(latent, groups[k], parameters.real("diffQuantile")) / largest[d]
                            : Double.NaN;
                }
            });
        }
        Scores scores = Scores.of("score", average(matrix, largest, variances))
                .matrix("robustness", Matrix.latentByFactor(points, matrix))
                .fact("variant", parameters.text("variant")).fact("points", points.points())
                .fact("estimator", "quantile " + parameters.real("diffQuantile"));
        long dead = Arrays.stream(variances).filter(v -> v == 0).count();
        return dead == 0 ? scores : scores.warning(dead + " of " + points.latents()
                + " latents are constant and left out" + (dead == points.latents() ? "; IRS is 0." : "."));
    }

    /** Best factor of every latent that varies, averaged by how far the latent gets from its mean. */
    private static double average(double[][] matrix, double[] largest, double[] variances) {
        double sum = 0;
        double weight = 0;
        for (int d = 0; d < matrix.length; d++) {
            if (variances[d] > 0) {
                sum += largest[d] * Arrays.stream(matrix[d]).max().orElse(Double.NaN);
                weight += largest[d];
            }
        }
        return weight == 0 ? 0 : sum / weight;
    }

    /** Mean over the groups of the quantile of the distance from the group's mean. */
    private static double groupDeviation(double[] latent, int[] groups, double quantile) {
        int[] ends = new int[Arrays.stream(groups).max().orElse(0) + 1];
        for (int group : groups) {
            ends[group]++;
        }
        for (int g = 1; g < ends.length; g++) {
            ends[g] += ends[g - 1];
        }
        double[] members = new double[latent.length];
        int[] next = ends.clone();
        for (int n = latent.length - 1; n >= 0; n--) {
            members[--next[groups[n]]] = latent[n];
        }
        double sum = 0;
        int present = 0;
        for (int g = 0; g < ends.length; g++) {
            if (ends[g] > next[g]) {
                sum += quantile(deviations(Arrays.copyOfRange(members, next[g], ends[g])), quantile);
                present++;
            }
        }
        return sum / present;
    }

    private static double[] deviations(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> Math.abs(v - mean)).toArray();
    }

    /** Linear interpolation between the two nearest order statistics. */
    private static double quantile(double[] values, double quantile) {
        Arrays.sort(values);
        double at = quantile * (values.length - 1);
        int below = (int) at;
        double above = values[Math.min(below + 1, values.length - 1)];
        return values[below] + (at - below) * (above - values[below]);
    }
}
