package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.factorvae.BetaVaeScore;
import org.distaff.metrics.factorvae.FactorVaeScore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics that draw points of their own, on an encoder that is perfect. */
class SamplingMetricsTest {

    @ParameterizedTest
    @ValueSource(classes = {FactorVaeScore.class, BetaVaeScore.class})
    void asksTheEncoderForManyPointsAtATime(Class<? extends Metric> type) throws ReflectiveOperationException {
        Metric metric = type.getConstructor().newInstance();
        PerfectSource source = new PerfectSource(3, 4, 5);
        Evaluation evaluation = new Evaluation(new Points(source, 1),
                Parameters.of(metric, Map.of("numTrain", 640, "numEval", 320)), 1);
        Scores scores = metric.evaluate(evaluation, Progress.NONE);
        assertEquals(1.0, scores.values().get("score"));
        assertEquals(List.of(), scores.warnings());
        // 64 points per vote, or 2 · 64 per example: 960 of them in all, beside the points for the variances
        int perBatch = metric instanceof BetaVaeScore ? 128 : 64;
        List<Integer> held = source.requests().stream().filter(points -> points != 10_000).toList();
        assertEquals(960 * perBatch, held.stream().mapToInt(Integer::intValue).sum());
        assertTrue(held.stream().allMatch(points -> points >= 1024), held.toString());
    }
}
