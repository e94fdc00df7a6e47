package org.distaff.metrics.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.linear.Lasso;
import org.distaff.metrics.linear.LinearPredictor;
import org.distaff.metrics.linear.Standardiser;

/**
 * Factor values predicted as numbers by linear regressions with an absolute penalty, on codes and factors that are
 * shifted and scaled to mean 0 and variance 1 among the training points; a latent's importance is the size of its
 * weight. Eastwood and Williams, A Framework for the Quantitative Evaluation of Disentangled Representations, ICLR
 * 2018, section 3.
 */
final class LassoFactors {

    private LassoFactors() {
    }

    /** Informativeness is 1 − RMSE / (RMSE of guessing the training mean), at least 0, averaged over factors. */
    static ImportanceProbe of(Representation train, Representation test, double penalty, Progress progress) {
        Standardiser codes = Standardiser.of(train.codes(), train.latents());
        double[] trainRows = codes.apply(train.codes());
        double[] testRows = codes.apply(test.codes());
        List<Integer> factors = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        double trainSum = 0;
        double testSum = 0;
        for (int k = 0; k < train.space().count(); k++) {
            progress.report((double) k / train.space().count(), "fitting sparse regressions");
            double[] values = Arrays.stream(train.factor(k)).asDoubleStream().toArray();
            Standardiser factor = Standardiser.of(values, 1);
            if (factor.varying() == 1) {
                double[] target = factor.apply(values);
                LinearPredictor fitted = codes.varying() == 0 ? new LinearPredictor(new double[0], 0, true)
                        : new Lasso(penalty).fit(trainRows, codes.varying(), target, progress);
                factors.add(k);
                columns.add(importances(fitted, codes));
                trainSum += informativeness(fitted, trainRows, target);
                testSum += informativeness(fitted, testRows,
                        factor.apply(Arrays.stream(test.factor(k)).asDoubleStream().toArray()));
            }
        }
        double[][] importance = new double[train.latents()][factors.size()];
        for (int j = 0; j < factors.size(); j++) {
            for (int d = 0; d < importance.length; d++) {
                importance[d][j] = columns.get(j)[d];
            }
        }
        return new ImportanceProbe(factors, importance, trainSum / factors.size(), testSum / factors.size(),
                "sparse linear regression (Eastwood and Williams 2018)", "lasso, alpha " + penalty);
    }

    /** |weight| of every latent, 0 for constant ones, which the regression does not see. */
    private static double[] importances(LinearPredictor fitted, Standardiser codes) {
        double[] importances = new double[codes.means().length];
        int at = 0;
        for (int d = 0; d < importances.length; d++) {
            importances[d] = codes.deviations()[d] > 0 ? Math.abs(fitted.weights()[at++]) : 0;
        }
        return importances;
    }

    private static double informativeness(LinearPredictor fitted, double[] rows, double[] truth) {
        double errors = 0;
        double guesses = 0;
        double[] predicted = fitted.weights().length == 0 ? new double[truth.length] : fitted.predict(rows);
        for (int n = 0; n < truth.length; n++) {
            errors += (truth[n] - predicted[n]) * (truth[n] - predicted[n]);
            guesses += truth[n] * truth[n]; // the training mean is 0
        }
        return errors == 0 ? 1 : Math.max(0, 1 - Math.sqrt(errors / guesses));
    }
}
