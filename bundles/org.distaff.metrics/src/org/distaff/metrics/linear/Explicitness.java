package org.distaff.metrics.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Workers;

/**
 * How well each factor can be read off the standardised codes linearly: the area under the ROC curve of a logistic
 * regression, averaged over the factor's values.
 *
 * @param train    area on the training points for each factor; NaN for a factor with a single value
 * @param test     area on the test points
 * @param warnings sentences about what had to be left out
 */
record Explicitness(double[] train, double[] test, List<String> warnings) {

    static Explicitness of(Representation train, Representation test, Workers workers, Progress progress) {
        Standardiser standardiser = Standardiser.of(train.codes(), train.latents());
        double[] rows = standardiser.apply(train.codes());
        double[] testRows = standardiser.apply(test.codes());
        int features = standardiser.varying();
        int factors = train.space().count();
        double[] areas = new double[factors];
        double[] testAreas = new double[factors];
        String[] sentences = new String[factors];
        workers.each(factors, k -> {
            progress.check();
            int[] truth = train.factor(k);
            int[] testTruth = test.factor(k);
            String name = "'" + train.space().factors().get(k).name() + "'";
            areas[k] = Double.NaN;
            testAreas[k] = Double.NaN;
            if (features == 0) {
                return;
            }
            if (Arrays.stream(truth).distinct().limit(2).count() < 2) {
                sentences[k] = "Explicitness leaves out factor " + name
                        + ": it has a single value among the training points.";
                return;
            }
            LinearClassifier classifier = new LogisticRegression(1).fit(rows, features, truth, progress);
            areas[k] = area(classifier, rows, truth);
            testAreas[k] = area(classifier, testRows, testTruth);
            if (!Arrays.equals(Arrays.stream(testTruth).distinct().sorted().toArray(), classifier.labels())) {
                sentences[k] = "Some values of factor " + name + " are missing from the training or the test points; "
                        + "explicitness-test averages over the values that are in both.";
            }
        });
        List<String> warnings = new ArrayList<>();
        if (features < train.latents()) {
            warnings.add((train.latents() - features) + " of " + train.latents() + " latents are constant and left out "
                    + "of the regression; the reference's explicitness is undefined then.");
        }
        Arrays.stream(sentences).filter(s -> s != null).forEach(warnings::add);
        return new Explicitness(areas, testAreas, warnings);
    }

    /** Mean over the factors that have an area. */
    double mean(double[] areas) {
        return Arrays.stream(areas).filter(a -> !Double.isNaN(a)).average().orElse(Double.NaN);
    }

    /** Mean area over the classes that occur among these points, beside others. */
    private static double area(LinearClassifier classifier, double[] rows, int[] truth) {
        double[][] probabilities = classifier.probabilities(rows);
        double[] scores = new double[truth.length];
        double sum = 0;
        int defined = 0;
        for (int c = 0; c < classifier.labels().length; c++) {
            for (int n = 0; n < scores.length; n++) {
                scores[n] = probabilities[n][c];
            }
            double area = RocCurve.area(scores, truth, classifier.labels()[c]);
            if (!Double.isNaN(area)) {
                sum += area;
                defined++;
            }
        }
        return defined == 0 ? Double.NaN : sum / defined;
    }
}
