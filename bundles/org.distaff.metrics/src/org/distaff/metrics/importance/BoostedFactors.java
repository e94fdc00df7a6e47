package org.distaff.metrics.importance;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.boosting.GradientBoosting;
import org.distaff.metrics.work.Workers;

/** One boosted classifier per factor, fitted to predict it from all latents. */
public final class BoostedFactors {

    private BoostedFactors() {
    }

    /** Fits the classifiers, or returns those fitted before to the same points with the same settings and seed. */
    public static TreeFactors of(Representation train, BoostingSettings settings, long seed, Workers workers,
            Progress progress) {
        return train.derive(new Key(settings, seed), points -> TreeFactors.fit(points, progress,
                (k, values, part) -> new GradientBoosting(settings, workers, part).fit(points, values,
                        c -> RandomStreams.derive(seed, "boosted-factors/" + k + "/" + c))));
    }

    private record Key(BoostingSettings settings, long seed) {
    }
}
