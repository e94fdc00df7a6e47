package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.circuit.CircuitProvider;
import org.distaff.datasets.flow.FlowProvider;
import org.distaff.datasets.pendulum.PendulumProvider;
import org.distaff.datasets.raven.RavenProvider;
import org.distaff.datasets.rooms.RoomsProvider;
import org.distaff.datasets.sprites.SpritesProvider;
import org.distaff.datasets.turntable.TurntableProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every generator of images keeps to. */
class GeneratorsTest {

    private static final int POINTS = 24;

    static List<DatasetProvider> generators() {
        return List.of(new SpritesProvider(), new RoomsProvider(), new TurntableProvider(), new PendulumProvider(),
                new FlowProvider(), new CircuitProvider(), new RavenProvider());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void manyThreadsSeeTheSame(DatasetProvider provider) {
        Dataset dataset = Observed.open(provider);
        int[] rows = Dataset.sample(dataset, POINTS, RandomStreams.derive(3, "test"));
        int k = dataset.factors().count();
        List<float[]> parallel = IntStream.range(0, POINTS).parallel()
                .mapToObj(i -> Observed.of(dataset, i, Arrays.copyOfRange(rows, i * k, i * k + k))).toList();
        Dataset again = Observed.open(provider);
        assertEquals(dataset.digest(), again.digest());
        for (int i = 0; i < POINTS; i++) {
            assertArrayEquals(Observed.of(again, i, Arrays.copyOfRange(rows, i * k, i * k + k)), parallel.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("generators")
    void valuesArePixels(DatasetProvider provider) {
        Dataset dataset = Observed.open(provider);
        float[] values = Observed.of(dataset, 1, Dataset.sample(dataset, POINTS, RandomStreams.derive(4, "test")));
        assertEquals(POINTS * dataset.observation().values(), values.length);
        for (float value : values) {
            assertTrue(value >= 0 && value <= 1, () -> "value " + value);
        }
    }
}
