package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.importance.Dci;
import org.distaff.metrics.importance.ImportanceScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DciGoldenTest {

    /** Cases whose many latents make them slow; they run with the long tests. */
    private static final Set<String> SLOW = Set.of("d_wide64", "s_wide64", "d_full");

    static Stream<Golden> cases() {
        return Golden.all().filter(g -> g.has("dci", "disentanglement"))
                .filter(g -> Boolean.getBoolean("distaff.long") || !SLOW.contains(g.name()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scores(Golden golden) {
        int used = (int) golden.number("dci", "num_train_used");
        Representation train = golden.train().slice(0, used);
        Scores scores = Golden.score(new Dci(), train, golden.test());
        // the reference breaks ties at random; its spread over ten seeds is recorded with each case
        close(golden, "disentanglement", scores.values().get("disentanglement"));
        close(golden, "completeness", scores.values().get("completeness"));
        assertEquals(golden.number("dci", "informativeness_train_mean"), scores.values().get("informativeness-train"), 0.01);
        assertEquals(golden.number("dci", "informativeness_test_mean"), scores.values().get("informativeness-test"), 0.02);
    }

    private static void close(Golden golden, String score, double found) {
        double tolerance = Math.max(0.01, 3 * golden.number("dci", score + "_spread"));
        assertEquals(golden.number("dci", score + "_mean"), found, tolerance, score);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresOfTheReferencesMatrix(Golden golden) {
        List<double[]> rows = golden.element("dci", "importance_matrix_seed0").getAsJsonArray().asList().stream()
                .map(Golden::row).toList();
        ImportanceScores scores = ImportanceScores.of(rows.toArray(double[][]::new));
        // closed form of the same matrix
        assertEquals(golden.number("dci", "disentanglement"), scores.disentanglement(), 1e-9);
        assertEquals(golden.number("dci", "completeness"), scores.completeness(), 1e-9);
    }

    @Test
    void handMadeMatrices() {
        // latent 0 knows both factors alike, latent 1 nothing: entropy of (1/2, 1/2) base 2 is 1
        ImportanceScores shared = ImportanceScores.of(new double[][] {{1, 1}, {0, 0}});
        assertEquals(0, shared.disentanglement(), 1e-9);
        assertEquals(1, shared.completeness(), 1e-9);
        assertTrue(ImportanceScores.of(new double[][] {{0, 0}, {0, 0}}).disentanglement() < 1e-9);
    }
}
