package org.distaff.tests.core.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final List<Parameter> ALL = List.of(Parameter.integer("bins", 20).range(2, 1000),
            Parameter.real("beta", 4).range(0, Double.POSITIVE_INFINITY), Parameter.flag("sampled", false),
            Parameter.choice("variant", "reference", "corrected"), Parameter.text("note", null),
            Parameter.integer("steps", 10), Parameter.list("files"));

    @Test
    void defaultsHoldWhereNothingIsGiven() {
        Parameters values = bind(Map.of());
        assertEquals(20, values.integer("bins"));
        assertEquals(4.0, values.real("beta"));
        assertFalse(values.flag("sampled"));
        assertEquals("reference", values.text("variant"));
        assertEquals(Optional.empty(), values.optional("note"));
        assertEquals(List.of(), values.list("files"));
        assertEquals(List.of("beta", "bins", "sampled", "steps", "variant"), List.copyOf(values.values().keySet()));
    }

    @Test
    void wordsAndNumbersMeanTheSame() {
        Parameters fromFile = bind(Map.of("bins", 64, "beta", 16, "sampled", true, "variant", "corrected"));
        Parameters fromWords = bind(Map.of("bins", " 64", "beta", "1.6e1", "sampled", "yes", "variant", "corrected"));
        assertEquals(fromFile.values(), fromWords.values());
        assertEquals(64L, fromFile.values().get("bins")); // one type whatever was given, so that identities agree
        assertEquals(16.0, fromFile.values().get("beta"));
        assertEquals(1000, bind(Map.of("bins", "1e3")).integer("bins"));
        assertEquals(List.of("a", "b c"), bind(Map.of("files", "a\nb c")).list("files"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1001", "20.5", "NaN", "many", "", "99999999999999999999"})
    void integersAreChecked(String given) {
        assertRefused(Map.of("bins", given), "'bins' must be an integer from 2 to 1000, not '" + given + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "NaN", "-Infinity", "four"})
    void realsAreChecked(String given) {
        assertRefused(Map.of("beta", given), "'beta' must be a number of at least 0, not '" + given + "'");
    }

    @Test
    void flagsAndChoicesAreChecked() {
        assertRefused(Map.of("sampled", "maybe"), "'sampled' must be true or false, not 'maybe'");
        assertRefused(Map.of("variant", "Reference"), "'variant' must be one of reference, corrected, not 'Reference'");
        assertRefused(Map.of("bins", new BigInteger("18446744073709551637")), "'bins' must be an integer");
    }

    @Test
    void integersThatDoNotFitAreTheUsersProblem() {
        Parameters values = bind(Map.of("steps", 3_000_000_000L)); // no range was described
        Problem problem = assertThrows(Problem.class, () -> values.integer("steps"));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().contains("'steps'"), problem.getMessage());
        assertEquals(Integer.MIN_VALUE, bind(Map.of("steps", Integer.MIN_VALUE)).integer("steps"));
    }

    @Test
    void unknownNamesGetTheNearestOne() {
        assertRefused(Map.of("bin", 3), "metric 'mig' has no parameter 'bin'. Did you mean 'bins'?");
        assertRefused(Map.of("BETA", 3), "Did you mean 'beta'?");
        assertRefused(Map.of("varaint", "reference"), "Did you mean 'variant'?"); // swapped neighbours
        assertRefused(Map.of("temperature", 1), "Known are: bins, beta, sampled, variant, note, steps, files.");
    }

    @Test
    void suggestionsDoNotDependOnTheLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr")); // where "I" in lower case is a letter of its own
            assertRefused(Map.of("BIIIIINS", 3), "Did you mean 'biiiiins'?", List.of(Parameter.integer("biiiiins", 1)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsRequiredMustBeGiven() {
        List<Parameter> required = List.of(Parameter.path("encoder", null).meaning("an ONNX file").mandatory());
        assertRefused(Map.of(), "needs 'encoder' (an ONNX file)", required);
        assertEquals("e.onnx", Parameters.bind(required, Map.of("encoder", "e.onnx"), "x").text("encoder"));
    }

    @Test
    void onlyDescribedParametersCanBeAsked() {
        Parameters values = bind(Map.of());
        assertThrows(IllegalStateException.class, () -> values.integer("other"));
        assertThrows(IllegalStateException.class, () -> values.text("note"));
        assertThrows(UnsupportedOperationException.class, () -> values.values().put("bins", 3L));
    }

    private static Parameters bind(Map<String, ?> given) {
        return Parameters.bind(ALL, given, "metric 'mig'");
    }

    private static void assertRefused(Map<String, ?> given, String reason) {
        assertRefused(given, reason, ALL);
    }

    private static void assertRefused(Map<String, ?> given, String reason, List<Parameter> parameters) {
        Problem problem = assertThrows(Problem.class, () -> Parameters.bind(parameters, given, "metric 'mig'"));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().startsWith("metric 'mig'"), problem.getMessage());
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
    }
}
