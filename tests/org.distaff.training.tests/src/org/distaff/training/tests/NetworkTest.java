package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.vae.VaeNetworks;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks as data: shapes, parameter counts, initial weights. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        // trunk 544 + 16416 + 8256 + 16448 + 1024·256+256, heads 2·2570,
        // decoder 2816 + 256·1024+1024 + 65600 + 32800 + 16416 + 513
        "conv,64,690517",
        // two 4×4 kernels in place of 2×2: 64·32·12 + 64·64·12 weights more
        "conv4,64,764245",
        // 128 for 256: trunk 544 + 16416 + 32832 + 65600 + 1024·128+128, heads 2·1290,
        // decoder 1408 + 128·1024+1024 + 65600 + 32800 + 16416 + 513
        "conv-128,64,498005",
        // trunk 544 + 3·16416 + 512·256+256 + 65792, heads 2·2570, decoder 2816 + 65792 + 256·512+512 + 3·16416 + 513
        "conv-32,64,502005",
        // 4096·1200+1200 + 1200·1200+1200, heads 2·12010, 13200 + 2·(1200·1200+1200) + 1200·4096+4096
        "mlp,64,14196516",
    })
    void theArchitecturesAreThePapers(String architecture, int side, long parameters) {
        VaeNetworks networks = VaeNetworks.of(architecture, new ObservationShape(1, side, side), 10);
        assertEquals(parameters, networks.all().stream().mapToLong(Network::parameterCount).sum());
        assertArrayEquals(new int[] {1, side, side}, networks.decoder().output());
        assertArrayEquals(new int[] {10}, networks.mean().output());
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class,
                () -> Network.of("n", new int[] {3}, List.of(new Dense(4, 2))));
        assertTrue(wrong.getMessage().contains("Dense") && wrong.getMessage().contains("[3]"), wrong.getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> Network.of("n", new int[] {1, 2, 2}, List.of(new Convolution(1, 1, 4, 2, 0))),
                "a kernel larger than the image");
    }

    @Test
    void aNetworkPrintsItself() {
        String text = Network.of("head", new int[] {4}, List.of(new Dense(4, 2))).print();
        assertTrue(text.contains("head") && text.contains("10 parameters") && text.contains("[2]"), text); // 4·2 + 2
    }

    @ParameterizedTest
    @CsvSource({
        // √(6/(fan in + fan out)) = √(6/600), √(6/200), 1/√200
        "GLOROT_UNIFORM,0.1,false", "KAIMING_UNIFORM,0.17320508,false", "PYTORCH_DEFAULT,0.07071068,true"})
    void initialWeightsFillTheirInterval(Initialiser initialiser, double bound, boolean biased) {
        Network network = Network.of("n", new int[] {200}, List.of(new Dense(200, 400)));
        List<float[]> values = initialiser.draw(network, RandomStreams.derive(0, "weights"));
        double largest = 0;
        double squares = 0;
        for (float value : values.get(0)) {
            largest = Math.max(largest, Math.abs(value));
            squares += value * value;
        }
        assertTrue(largest <= bound * (1 + 1e-6), "float32 rounding at most");
        // the largest of 80000 uniform draws misses the bound by 1e-5 of it on average
        assertTrue(largest > bound * 0.999);
        // variance of U(−b, b) is b²/3; its estimate from 80000 draws has a relative deviation of 0.3 %
        assertEquals(bound * bound / 3, squares / values.get(0).length, bound * bound / 3 * 0.02);
        boolean anyBias = false;
        for (float value : values.get(1)) {
            anyBias |= value != 0;
        }
        assertEquals(biased, anyBias);
    }
}
