package org.distaff.metrics.importance;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.forest.ForestSettings;
import org.distaff.metrics.forest.RandomForest;
import org.distaff.metrics.work.Workers;

/** One random forest per factor, fitted to predict it from all latents. */
public final class ForestFactors {

    private ForestFactors() {
    }

    /** Fits the forests, or returns those fitted before to the same points with the same settings and seed. */
    public static TreeFactors of(Representation train, ForestSettings settings, long seed, Workers workers,
            Progress progress) {
        return train.derive(new Key(settings, seed), points -> TreeFactors.fit(points, progress,
                (k, values, part) -> new RandomForest(settings, workers, part).fit(points, values,
                        t -> RandomStreams.derive(seed, "forest-factors/" + k + "/" + t))));
    }

    private record Key(ForestSettings settings, long seed) {
    }
}
