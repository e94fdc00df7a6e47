package org.distaff.metrics.information;

import java.util.Optional;

import org.distaff.core.metric.Evaluation;
import org.distaff.core.progress.Progress;

/** One of the published ways to estimate the information in MIG. Stateless. */
interface GapVariant {

    /** Estimates with the parameters of {@link MutualInformationGap}; empty when there are no posteriors to sample. */
    Optional<GapEstimate> estimate(Evaluation evaluation, Progress progress);
}
