package org.distaff.ui.tests.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.distaff.core.metric.Groups;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Scores;
import org.distaff.study.plan.Cell;
import org.distaff.study.store.MeasuredScores;
import org.distaff.study.store.Store;
import org.distaff.study.store.Workplace;

/** A store with two cells: the first one, of seed 0, has matrices of some metrics, the second one has none. */
final class MeasuredCell {

    static final Matrix INFORMATION = matrix(new double[][] {{0.125, 0.25}, {0.75, 1 / 3.0}, {Double.NaN, 0.5}});
    static final Matrix IMPORTANCE = matrix(new double[][] {{0.5, 0.1}, {0.2, 0.9}, {0.3, 0}});
    static final Matrix VOTES = matrix(new double[][] {{3, 40}, {0, 0}, {57, 7}});
    private static final Matrix JUDGED = matrix(new double[][] {{1, 18}, {0, 0}, {21, 2}});

    private MeasuredCell() {
    }

    private static Matrix matrix(double[][] values) {
        return new Matrix(List.of("z0", "z1", "z2"), List.of("shape", "scale"), values);
    }

    static void publish(Path folder) throws IOException {
        Groups groups = Groups.of(IMPORTANCE);
        publish(folder, 0, List.of(
                measured("mig", Scores.of("score", 0.25).matrix("mutual-information", INFORMATION)
                        .fact("variant", "histogram").fact("points", 500).warning("Latent z2 is dead.")),
                measured("factor-vae-score", Scores.of("score", 0.5).matrix("votes", VOTES)
                        .matrix("eval-votes", JUDGED)),
                measured("unified", Scores.of("score", 1).matrix("importance", IMPORTANCE)
                        .matrix("importance-thresholds", groups.thresholds())
                        .matrix("importance-merges", groups.merges()))));
        publish(folder, 1, List.of(measured("mig", Scores.of("score", 0.5))));
    }

    private static MeasuredScores measured(String metric, Scores scores) {
        return new MeasuredScores(metric, "1", Map.of("bins", 20L), 7, scores);
    }

    private static void publish(Path folder, long seed, List<MeasuredScores> scores) throws IOException {
        Store store = Store.open(folder);
        Cell cell = new Cell("sprites", Map.of(), "sprites/1", "untrained", "1", Map.of(), Map.of(), seed);
        try (Workplace workplace = store.claim(cell).orElseThrow()) {
            Files.writeString(workplace.folder().resolve("encoder.onnx"), "never opened");
            store.publish(cell, workplace, Map.of(), scores);
        }
    }
}
