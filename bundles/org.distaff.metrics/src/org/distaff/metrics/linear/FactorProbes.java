package org.distaff.metrics.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * For each factor a logistic regression (C = 1) that predicts it from the standardised codes. Constant latents are left
 * out.
 */
public final class FactorProbes {

    /** As many as scikit-learn's regression takes; narrow codes need about 20, a thousand latents would take 300. */
    private static final int STEPS = 100;

    private final Standardiser standardiser;
    private final List<Optional<LinearClassifier>> classifiers;

    private FactorProbes(Standardiser standardiser, List<Optional<LinearClassifier>> classifiers) {
        this.standardiser = standardiser;
        this.classifiers = classifiers;
    }

    /** Fits the probes to all points of a representation, or returns those fitted before. */
    public static FactorProbes of(Representation train, Workers workers, Progress progress) {
        return FiniteCodes.require(train).derive(new Key(), points -> {
            Standardiser standardiser = Standardiser.of(points.codes(), points.latents());
            double[] rows = standardiser.apply(points.codes());
            LinearClassifier[] classifiers = new LinearClassifier[points.space().count()];
            workers.each(classifiers.length, (long) Double.BYTES * rows.length, (slot, k) -> {
                progress.report((double) k / classifiers.length, "fitting linear probes");
                int[] truth = points.factor(k);
                if (standardiser.varying() > 0 && Arrays.stream(truth).distinct().limit(2).count() == 2) {
                    classifiers[k] = LogisticRegression.ofSteps(1, STEPS)
                            .fit(rows, standardiser.varying(), truth, progress);
                }
            });
            return new FactorProbes(standardiser, Arrays.stream(classifiers).map(Optional::ofNullable).toList());
        });
    }

    /** Number of latents that vary. */
    public int varying() {
        return standardiser.varying();
    }

    /** A factor's probe; empty when the factor has a single value among the training points, or no latent varies. */
    public Optional<LinearClassifier> classifier(int factor) {
        return classifiers.get(factor);
    }

    /** The codes of some points as the probes expect them, row by row. */
    public double[] rows(Representation points) {
        return standardiser.apply(points.codes());
    }

    /** Share of points whose factor value is predicted, averaged over the factors that have a probe; kept with them. */
    public double accuracy(Representation points) {
        return points.derive(new Accuracy(this), p -> {
            double[] rows = rows(p);
            return IntStream.range(0, classifiers.size()).filter(k -> classifiers.get(k).isPresent())
                    .mapToDouble(k -> classifiers.get(k).orElseThrow().accuracy(rows, p.factor(k))).average()
                    .orElse(Double.NaN);
        });
    }

    private record Accuracy(FactorProbes probes) {
    }

    private record Key() {
    }
}
