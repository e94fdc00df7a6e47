package org.distaff.tests.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final List<Parameter> PARAMETERS = List.of(Parameter.integer("bins", 20).range(2, 1000),
            Parameter.real("beta", 4).range(0, 1e6), Parameter.choice("network", "conv", "mlp"),
            Parameter.flag("fast", false), Parameter.text("note", null), Parameter.path("file", null).mandatory());

    @Test
    void defaultsFillWhatIsNotGiven() {
        Parameters bound = Parameters.bind(PARAMETERS, Map.of("file", "a.txt", "bins", "50"), "metric 'x'");
        assertEquals(50, bound.integer("bins"));
        assertEquals(4, bound.real("beta"));
        assertEquals("conv", bound.text("network"));
        assertTrue(bound.optional("note").isEmpty());
        assertEquals(50L, bound.values().get("bins"), "integers are kept as Long, whatever they were given as");
    }

    @Test
    void wrongValuesNameWhatWasExpected() {
        assertWrong("metric 'x': 'bins' must be an integer from 2 to 1000, not '1'.", Map.of("file", "f", "bins", 1));
        assertWrong("metric 'x': 'bins' must be an integer from 2 to 1000, not '2.5'.", Map.of("file", "f", "bins", 2.5));
        assertWrong("metric 'x': 'beta' must be a number from 0 to 1000000, not 'NaN'.", Map.of("file", "f", "beta", "NaN"));
        assertWrong("metric 'x': 'network' must be one of conv, mlp, not 'rnn'.", Map.of("file", "f", "network", "rnn"));
        assertWrong("metric 'x': 'fast' must be true or false, not 'maybe'.", Map.of("file", "f", "fast", "maybe"));
        assertWrong("metric 'x' has no parameter 'binz'. Did you mean 'bins'?", Map.of("file", "f", "binz", 3));
        assertWrong("metric 'x' needs 'file' ().", Map.of());
    }

    private static void assertWrong(String sentence, Map<String, ?> given) {
        assertEquals(sentence,
                assertThrows(Problem.class, () -> Parameters.bind(PARAMETERS, given, "metric 'x'")).getMessage());
    }

    @Test
    void nearestNamesAreFoundAndFarOnesNot() {
        assertEquals("mig", Nearest.to("mgi", List.of("dci", "mig")).orElseThrow());
        assertTrue(Nearest.to("completely-else", List.of("dci", "mig")).isEmpty());
    }

    @Test
    void streamsAreReproducibleAndIndependent() {
        assertEquals(RandomStreams.derive(5, "a").nextLong(), RandomStreams.derive(5, "a").nextLong());
        assertNotEquals(RandomStreams.derive(5, "a").nextLong(), RandomStreams.derive(5, "b").nextLong());
        assertNotEquals(RandomStreams.derive(5, "a").nextLong(), RandomStreams.derive(6, "a").nextLong());
        // first eight bytes of SHA-256 over the seed (big-endian) and the purpose, from Python's hashlib
        assertEquals(SEED_0_TEST, RandomStreams.seed(0, "test"));
    }

    private static final long SEED_0_TEST = -5109990036700682322L;
}
