package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.distaff.cli.command.DatasetChoice;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.registry.Contributions;
import org.junit.jupiter.api.Test;

/** A data set's resolution follows the encoder, unless the user chose it or there is no such resolution. */
class DatasetChoiceTest {

    private record Squares(Parameter resolution) implements DatasetProvider {

        @Override
        public Description describe() {
            return Description.of("squares", "Squares").parameter(resolution);
        }

        @Override
        public Dataset open(Parameters parameters) {
            int size = Integer.parseInt(String.valueOf(parameters.values().get("resolution")));
            return new Dataset() {
                @Override
                public FactorSpace factors() {
                    return new FactorSpace(List.of(new Factor("x", 2, FactorKind.ORDINAL)));
                }

                @Override
                public ObservationShape observation() {
                    return new ObservationShape(1, size, size);
                }

                @Override
                public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
                    throw new UnsupportedOperationException("nobody looks");
                }

                @Override
                public String digest() {
                    return "squares " + size;
                }
            };
        }
    }

    private static final Parameter CHOICE = Parameter.choice("resolution", "64", "32");
    private static final Parameter NUMBER = Parameter.integer("resolution", 64).range(16, 64);

    private static DatasetChoice open(Parameter resolution, Map<String, String> given, int channels, int size) {
        Contributions contributions = Console.with(List.of(new Squares(resolution)), List.of());
        return DatasetChoice.open("squares", given, new ObservationShape(channels, size, size), contributions);
    }

    @Test
    void theResolutionFollowsTheEncoder() {
        for (Parameter resolution : List.of(CHOICE, NUMBER)) {
            assertEquals("squares 32", open(resolution, Map.of(), 1, 32).dataset().digest());
            assertEquals("squares 64", open(resolution, Map.of(), 1, 64).dataset().digest());
        }
        assertEquals("32", String.valueOf(open(NUMBER, Map.of(), 1, 32).parameters().values().get("resolution")));
    }

    @Test
    void whatTheUserChoseIsNotChanged() {
        Problem problem = assertThrows(Problem.class, () -> open(NUMBER, Map.of("resolution", "64"), 1, 32));
        assertEquals("The encoder takes images of 32×32×1 (height×width×channels), but data set 'squares' has 64×64×1; "
                + "choose a data set or a resolution (--parameters squares.resolution=…) that fits.",
                problem.getMessage());
    }

    @Test
    void shapesThatNoResolutionMendsAreNamed() {
        for (Parameter resolution : List.of(CHOICE, NUMBER)) {
            Problem large = assertThrows(Problem.class, () -> open(resolution, Map.of(), 1, 128));
            assertTrue(large.getMessage().contains("128×128×1") && large.getMessage().contains("64×64×1"));
            Problem colour = assertThrows(Problem.class, () -> open(resolution, Map.of(), 3, 32));
            assertTrue(colour.getMessage().contains("32×32×3") && colour.getMessage().contains("32×32×1"));
        }
    }

    @Test
    void wrongParametersNameTheDataSet() {
        Problem problem = assertThrows(Problem.class, () -> open(NUMBER, Map.of("resolutoin", "64"), 1, 32));
        assertEquals("data set 'squares' has no parameter 'resolutoin'. Did you mean 'resolution'?",
                problem.getMessage());
    }
}
