package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.information.NearestNeighbourInformation;
import org.distaff.metrics.linear.InfoMec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfoMecTest {

    static Stream<String> cases() {
        return Golden.casesWith("infomec", "continuous");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new InfoMec(), Map.of());
        // equal codes are told apart by noise of relative size 1e-10, which is drawn anew: next to nothing for codes
        // that all differ but for the points that were drawn twice, and some hundredths where a latent has as few
        // values as a factor and the noise alone decides who is whose neighbour
        double tolerance = name.matches(".*_(identity|rot|dup)") ? 0.03 : 1e-4;
        double[][] expected = golden.matrix("infomec", "continuous", "nmi");
        var active = golden.at("infomec", "continuous", "active_latents").getAsJsonArray();
        for (int d = 0; d < active.size(); d++) {
            for (int k = 0; active.get(d).getAsBoolean() && k < expected.length; k++) {
                assertEquals(expected[k][d], scores.matrices().get("normalised-information").values()[d][k],
                        tolerance);
            }
        }
        assertEquals(golden.number("infomec", "continuous", "infom"), scores.values().get("modularity"), tolerance);
        assertEquals(golden.number("infomec", "continuous", "infoc"), scores.values().get("compactness"), tolerance);
        // the reference's solver stops after 100 steps before it has converged; so does this one, elsewhere
        assertEquals(golden.number("infomec", "continuous", "infoe"), scores.values().get("explicitness"), 0.02);
    }

    @Test
    void informationAgreesWithHandCalculation() {
        // two labels far apart, three values each, one neighbour: only the point itself is nearer than its neighbour,
        // so I = ψ(6) + ψ(1) − ψ(3) − ψ(1) = 1/3 + 1/4 + 1/5 nats
        assertEquals(1 / 3.0 + 1 / 4.0 + 1 / 5.0, new NearestNeighbourInformation(1)
                .of(new double[] {0, 1, 2.5, 100, 101, 102.5}, new int[] {0, 0, 0, 1, 1, 1}), 1e-12);
    }

    @Test
    void perfectQuantisedCodesScoreOne() {
        // all pairs of a factor of 2 and one of 3 values, each with a latent of its own: NMI is the identity
        double[] codes = new double[12];
        int[] factors = new int[12];
        for (int n = 0; n < 6; n++) {
            factors[2 * n] = n / 3;
            factors[2 * n + 1] = n % 3;
            codes[2 * n] = 0.5 * (n / 3);
            codes[2 * n + 1] = -(n % 3);
        }
        Representation points = new Representation(Golden.space(2, 3), 2, codes, factors);
        Scores scores = Golden.score(new InfoMec(), Map.of("latents", "discrete"), points, null);
        assertEquals(1, scores.values().get("modularity"), 1e-12);
        assertEquals(1, scores.values().get("compactness"), 1e-12);
        // separable: the loss goes to 0 as far as 100 steps go
        assertEquals(1, scores.values().get("explicitness"), 0.01);
    }

    @Test
    void latentsThatTellNothingCountAsSpreadEvenlyWithASentence() {
        // all pairs of two coins: the first latent is the first coin, the second their exclusive or, which tells
        // nothing about either; shares 1 and 1/2 have mean 3/4, rescaled (3/4 − 1/2) / (1/2) = 1/2
        Representation points = new Representation(Golden.space(2, 2), 3,
                new double[] {0, 0, 7, 0, 1, 7, 1, 1, 7, 1, 0, 7}, new int[] {0, 0, 0, 1, 1, 0, 1, 1});
        Scores scores = Golden.score(new InfoMec(), Map.of("latents", "discrete"), points, null);
        assertEquals(0.5, scores.values().get("modularity"), 1e-12);
        String warnings = scores.warnings().toString();
        assertTrue(warnings.contains("1 of 3 latents hardly vary"), warnings);
        assertTrue(warnings.contains("reference's is undefined"), warnings);
    }

    @Test
    void continuousCodesAreRefusedAsSymbols() {
        Problem problem = assertThrows(Problem.class,
                () -> Golden.load("d_full").score(new InfoMec(), Map.of("latents", "discrete")));
        assertEquals(true, problem.getMessage().contains("latents=continuous"));
    }
}
