package org.distaff.metrics.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
import org.distaff.metrics.information.MutualInformation;
import org.distaff.metrics.linear.FactorProbes;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * MED: disentanglement and completeness as in DCI, with mutual information as importance. In [0, 1], higher is better.
 * Cao, Nai, Yang, Huang and Gao, An Empirical Study on Disentanglement of Negative-free Contrastive Learning, NeurIPS
 * 2022, section 4.
 */
public final class MutualInformationDisentanglement implements Metric {

    @Override
    public Description describe() {
        return Description.of("med", "Mutual information based entropy disentanglement")
                .version("3")
                .summary("Disentanglement and completeness as in DCI, with mutual information as importance")
                .help("""
                        R[d, k] = I(z_d; y_k) / Σ_d I(z_d; y_k), with the mutual information of MIG; disentanglement \
                        and completeness are then computed from R exactly as in DCI. Both lie in [0, 1]; higher is \
                        better. MED in the paper is the disentanglement. The informativeness scores are the accuracies \
                        of a logistic regression (C = 1) on standardised codes.

                        top=k keeps at most k latents per factor: latents are assigned to the factor they know most \
                        about, and those with the highest disentanglement are kept. This makes representations of \
                        many dimensions comparable. 0 keeps all.

                        Codes are [N, D]; information is the plug-in estimate in nats from equal-width bins, whose \
                        bias gives latents that know nothing a little importance. Cost O(N D K). A factor with a \
                        single value counts as one about which nothing is known.""")
                .reference("Cao, Nai, Yang, Huang, Gao, An Empirical Study on Disentanglement of Negative-free "
                        + "Contrastive Learning, NeurIPS 2022, section 4")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the information is estimated from and the regression is trained on"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000)
                        .meaning("points that test the regression"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .parameter(Parameter.integer("top", 0).range(0, 1_000_000)
                        .meaning("latents kept per factor; 0 keeps all"))
                .score(ScoreMeaning.higher("disentanglement", 0, 1, "whether each latent tells about one factor only"))
                .score(ScoreMeaning.higher("completeness", 0, 1, "whether each factor is told by one latent only"))
                .score(ScoreMeaning.higher("informativeness-*", 0, 1, "accuracy of linear probes"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = evaluation.points().train(parameters.integer("numTrain"));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        double[][] importance = shares(MutualInformation.of(train, parameters.integer("bins")).matrix());
        int top = parameters.integer("top");
        int[] kept = top == 0 ? IntStream.range(0, importance.length).toArray() : pick(importance, top);
        double[][] rows = Arrays.stream(kept).mapToObj(d -> importance[d]).toArray(double[][]::new);
        ImportanceScores result = ImportanceScores.of(rows);
        double trainAccuracy;
        double testAccuracy;
        try (Workers workers = new Workers(evaluation.threads())) {
            FactorProbes probes = FactorProbes.of(train, workers, progress);
            trainAccuracy = probes.accuracy(train);
            testAccuracy = probes.accuracy(test);
        }
        List<String> names = Arrays.stream(kept).mapToObj(d -> "z" + d).toList();
        Scores scores = Scores.of("disentanglement", result.disentanglement())
                .and("completeness", result.completeness()).and("informativeness-train", trainAccuracy)
                .and("informativeness-test", testAccuracy)
                .matrix("importance", new Matrix(names,
                        train.space().factors().stream().map(f -> f.name()).toList(), rows))
                .fact("variant", top == 0 ? "all latents" : "top " + top).fact("train-points", train.points())
                .fact("test-points", test.points())
                .fact("estimator", "plug-in, equal-width bins, nats; logistic regression, C = 1, at most 100 steps");
        for (int k = 0; k < train.space().count(); k++) {
            int factor = k;
            if (Arrays.stream(importance).allMatch(row -> row[factor] == 0)) {
                scores = scores.warning("No latent tells anything about factor '"
                        + train.space().factors().get(k).name() + "'; the reference's MED is undefined then.");
            }
        }
        if (Double.isNaN(result.disentanglement())) {
            scores = scores.warning("MED's disentanglement is undefined with a single factor.");
        }
        if (Double.isNaN(result.completeness())) {
            scores = scores.warning("MED's completeness is undefined with a single latent.");
        }
        return evaluation.points().caveat().map(scores::warning).orElse(scores);
    }

    /** Each column divided by its sum; a column of zeros stays one. */
    private static double[][] shares(double[][] information) {
        double[][] shares = new double[information.length][information[0].length];
        for (int k = 0; k < shares[0].length; k++) {
            int column = k;
            double sum = Arrays.stream(information).mapToDouble(row -> row[column]).sum();
            for (int d = 0; d < shares.length; d++) {
                shares[d][k] = sum == 0 ? 0 : information[d][k] / sum;
            }
        }
        return shares;
    }

    /** The most disentangled latents, at most {@code top} for each best factor, ascending. */
    private static int[] pick(double[][] importance, int top) {
        double[] perLatent = ImportanceScores.of(importance).perLatent();
        List<Integer> order = IntStream.range(0, perLatent.length).boxed()
                .sorted(Comparator.comparingDouble((Integer d) -> -perLatent[d])).toList();
        int[] taken = new int[importance[0].length];
        List<Integer> kept = new ArrayList<>();
        for (int d : order) {
            int best = 0;
            for (int k = 1; k < taken.length; k++) {
                best = importance[d][k] > importance[d][best] ? k : best;
            }
            if (taken[best]++ < top) {
                kept.add(d);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
