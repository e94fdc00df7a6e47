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
        FactorProbes probes = FactorProbes.of(train, workers, progress);
        List<String> warnings = new ArrayList<>();
        if (probes.varying() < train.latents()) {
            warnings.add(train.latents() - probes.varying() + " of " + train.latents() + " latents are constant and "
                    + "left out of the regression; the reference's explicitness is undefined then.");
        }
        for (int k = 0; k < train.space().count() && probes.varying() > 0; k++) {
            String name = "'" + train.space().factors().get(k).name() + "'";
            int[] labels = probes.classifier(k).map(LinearClassifier::labels).orElse(new int[0]);
            if (labels.length == 0) {
                warnings.add("Explicitness leaves out factor " + name
                        + ": it has a single value among the training points.");
            } else if (!Arrays.equals(Arrays.stream(test.factor(k)).distinct().sorted().toArray(), labels)) {
                warnings.add("Some values of factor " + name + " are missing from the training or the test points; "
                        + "explicitness-test averages over the values that are in both.");
            }
        }
        return new Explicitness(areas(probes, train, workers), areas(probes, test, workers), warnings);
    }

    /** Mean over the factors that have an area. */
    static double mean(double[] areas) {
        return Arrays.stream(areas).filter(a -> !Double.isNaN(a)).average().orElse(Double.NaN);
    }

    private static double[] areas(FactorProbes probes, Representation points, Workers workers) {
        double[] rows = probes.rows(points);
        double[] areas = new double[points.space().count()];
        workers.each(areas.length, k -> areas[k] = probes.classifier(k)
                .map(classifier -> area(classifier, rows, points.factor(k))).orElse(Double.NaN));
        return areas;
    }

    /** Mean area over the classes that occur among these points, beside others. */
    private static double area(LinearClassifier classifier, double[] rows, int[] truth) {
        double[][] probabilities = classifier.probabilitiesByClass(rows);
        double[] areas = new double[classifier.labels().length];
        for (int c = 0; c < areas.length; c++) {
            areas[c] = RocCurve.area(probabilities[c], truth, classifier.labels()[c]);
        }
        return mean(areas);
    }
}
