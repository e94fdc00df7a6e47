package org.distaff.metrics.information;

import java.util.Optional;

import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;

/** Histogram of the codes; gaps per entropy of the factor. Locatello et al., ICML 2019, appendix C. */
final class HistogramGap implements GapVariant {

    @Override
    public Optional<GapEstimate> estimate(Evaluation evaluation, Progress progress) {
        Representation points = evaluation.points().all(evaluation.parameters().integer("numTrain"));
        progress.check();
        MutualInformation information = MutualInformation.of(points, evaluation.parameters().integer("bins"));
        double[] entropies = information.factorEntropies();
        return Optional.of(GapEstimate.of(points, information.matrix(), entropies, entropies,
                "histogram of codes (Locatello et al. 2019)", "plug-in, equal-width bins, nats"));
    }
}
