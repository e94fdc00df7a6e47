package org.distaff.tests.cli;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/** Mean of the first latent plus an offset, of all points or of the train points; "undefined" is always NaN. */
record FakeMetric(String id, boolean splits) implements Metric {

    @Override
    public Description describe() {
        return Description.of(id, id).version("3").summary("Mean of the first latent")
                .parameter(Parameter.integer("offset", 0).range(-10, 10).meaning("added"))
                .score(ScoreMeaning.higher("mean", Double.NEGATIVE_INFINITY, 9, "mean of the first latent"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation points = splits ? evaluation.points().train(10) : evaluation.points().all(10);
        double sum = 0;
        for (double value : points.latent(0)) {
            sum += value;
        }
        return Scores.of("mean", sum / points.points() + evaluation.parameters().integer("offset"))
                .and("undefined", Double.NaN).fact("points", points.points());
    }
}
