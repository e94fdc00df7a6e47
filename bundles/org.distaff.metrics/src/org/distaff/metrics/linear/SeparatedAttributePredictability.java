package org.distaff.metrics.linear;

import java.util.Arrays;
import java.util.List;

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
import org.distaff.metrics.work.Gap;
import org.distaff.metrics.work.Workers;

/**
 * SAP: for each factor, by how much the latent that predicts it best is ahead of the second. In [0, 1], higher is
 * better. Kumar, Sattigeri and Balakrishnan, Variational Inference of Disentangled Latent Concepts from Unlabeled
 * Observations, ICLR 2018, section 3, as computed by Locatello et al., Challenging Common Assumptions in the
 * Unsupervised Learning of Disentangled Representations, ICML 2019, appendix C.
 */
public final class SeparatedAttributePredictability implements Metric {

    /** Latents with a smaller variance predict nothing. */
    private static final double DEAD = 1e-12;

    @Override
    public Description describe() {
        return Description.of("sap", "Separated attribute predictability")
                .summary("Lead of the latent that predicts a factor best over the second")
                .help("""
                        SAP = 1/K Σ_k (S[a, k] − S[b, k]), where S[d, k] says how well latent d alone predicts factor \
                        k and a, b are the two best latents. In [0, 1]; higher is better.

                        factors=discrete: S is the test accuracy of a linear support vector machine on the single \
                        latent (squared hinge, C = 0.01, one value against the rest, classes weighted equally, \
                        penalised intercept). factors=continuous: S is the squared correlation of latent and factor \
                        value on the training points, 0 for a latent with a variance of at most 1e-12.

                        Codes are [N, D] and are not scaled, so the machine's regularisation depends on the scale of \
                        the codes. One line per value on an ordered factor of more than two values predicts mostly the \
                        two extreme values: accuracies are low, and a perfect code scores about 0.5 on factors of 4, \
                        3, 5 and 2 values. The machines are solved exactly, where Locatello et al. stop within a \
                        tolerance; single accuracies may differ by 0.01. The two best of latents that tell nothing \
                        differ by chance, a bias upward of a few 1 / √numTest. Cost O(N D log N + N D Σ_k n_k).""")
                .reference("Kumar, Sattigeri, Balakrishnan, Variational Inference of Disentangled Latent Concepts from "
                        + "Unlabeled Observations, ICLR 2018, section 3")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix C")
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("training points"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000).meaning("test points"))
                .parameter(Parameter.choice("factors", "discrete", "continuous")
                        .meaning("predict factor values as classes or as numbers"))
                .score(ScoreMeaning.higher("score", 0, 1, "lead of a factor's best latent over its second"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().train(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        boolean discrete = parameters.text("factors").equals("discrete");
        int factors = train.space().count();
        double[][] matrix;
        try (Workers workers = new Workers(evaluation.threads())) {
            matrix = discrete ? LatentPredictability.of(train, test, workers, progress) : squaredCorrelations(train);
        }
        double[] gaps = new double[factors];
        for (int k = 0; k < factors; k++) {
            gaps[k] = Gap.ofColumn(matrix, k);
        }
        Scores scores = Scores.of("score", Arrays.stream(gaps).average().orElse(Double.NaN))
                .matrix("predictability", Matrix.latentByFactor(train, matrix))
                .matrix("gaps", new Matrix(List.of("gap"),
                        train.space().factors().stream().map(f -> f.name()).toList(), new double[][] {gaps}))
                .fact("variant", discrete ? "discrete factors" : "continuous factors")
                .fact("train-points", train.points()).fact("test-points", test.points())
                .fact("estimator", discrete ? "linear SVM, squared hinge, C = 0.01" : "squared correlation");
        return warn(scores, evaluation, train, matrix);
    }

    private static double[][] squaredCorrelations(Representation train) {
        double[][] matrix = new double[train.latents()][train.space().count()];
        for (int d = 0; d < matrix.length; d++) {
            for (int k = 0; k < matrix[d].length; k++) {
                matrix[d][k] = squaredCorrelation(train, d, k);
            }
        }
        return matrix;
    }

    private static double squaredCorrelation(Representation train, int d, int k) {
        double[] latent = train.latent(d);
        double[] factor = Arrays.stream(train.factor(k)).asDoubleStream().toArray();
        double latentVariance = covariance(latent, latent);
        if (latentVariance <= DEAD) {
            return 0;
        }
        double covariance = covariance(latent, factor);
        return covariance * covariance / (latentVariance * covariance(factor, factor));
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double sum = 0;
        for (int n = 0; n < a.length; n++) {
            sum += (a[n] - meanA) * (b[n] - meanB);
        }
        return sum / (a.length - 1);
    }

    private static Scores warn(Scores scores, Evaluation evaluation, Representation train, double[][] matrix) {
        Scores warned = evaluation.points().caveat().map(scores::warning).orElse(scores);
        if (matrix.length < 2) {
            warned = warned.warning("SAP is undefined with a single latent: there is no second one to be ahead of.");
        }
        for (int k = 0; k < train.space().count(); k++) {
            if (Double.isNaN(matrix[0][k])) {
                warned = warned.warning("SAP is undefined because factor '" + train.space().factors().get(k).name()
                        + "' has a single value among the training points; leave that factor out.");
            }
        }
        return warned;
    }
}
