package org.distaff.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.onnx.session.Execution;
import org.distaff.onnx.session.FeatureNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnx.proto.OnnxMl;

/** Networks of features that flatten their input, so that features are what arrives at the network. */
class FeatureNetworkTest {

    private static final Execution CPU = new Execution("cpu", 1);
    private static final ObservationShape GREY = new ObservationShape(1, 2, 2);

    @TempDir
    private Path folder;

    private Path flatten(Object features, Object... input) throws IOException {
        return Models.write(folder.resolve("features.onnx"), Models.model(OnnxMl.GraphProto.newBuilder()
                .addInput(Models.value("image", input)).addOutput(Models.value("features", "n", features))
                .addNode(Models.node("Flatten", "features", "image"))));
    }

    @Test
    void imagesAreResizedRepeatedAndScaled() throws IOException {
        try (FeatureNetwork network = FeatureNetwork.open(flatten(48, "n", 3, 4, 4), GREY, -1, 1, CPU)) {
            assertEquals(48, network.count());
            float[] images = new float[20 * 4]; // more than a batch
            images[19 * 4 + 1] = 1;
            images[19 * 4 + 3] = 1;
            float[] features = network.of(FloatBuffer.wrap(images), 20);
            float[] black = new float[48];
            Arrays.fill(black, -1);
            assertArrayEquals(black, Arrays.copyOf(features, 48));
            // pixel centres of 4 among 2 lie at 0, 1/4, 3/4, 1: left 0 and right 1 become 0, 1/4, 3/4, 1
            float[] row = {-1, -0.5f, 0.5f, 1};
            for (int i = 0; i < 48; i++) {
                assertEquals(row[i % 4], features[19 * 48 + i], 1e-6f);
            }
        }
    }

    @Test
    void openFeaturesAndFixedBatchesAreMeasured() throws IOException {
        try (FeatureNetwork network = FeatureNetwork.open(flatten("f", 4, 1, 1, 2), GREY, 0, 1, CPU)) {
            assertEquals(2, network.count());
            // two rows become one, half-way between them; the fifth image needs a second, padded batch
            FloatBuffer images = FloatBuffer.allocate(21).put(17, 1).put(18, 0.5f).position(1);
            float[] features = network.of(images, 5);
            assertArrayEquals(new float[] {0.5f, 0.25f}, Arrays.copyOfRange(features, 8, 10), 1e-6f);
        }
    }

    @Test
    void unfitFilesAreRefused() throws IOException {
        Path flat = flatten(4, "n", 4);
        assertEquals(flat + " has the inputs [image float [n, 4]]; a network of features has one of fixed size, "
                + "[batch, 1 or 3, height, width].", refusal(flat, GREY));
        Path open = flatten("f", "n", 3, "h", "w");
        assertEquals(open + " has the inputs [image float [n, 3, h, w]]; a network of features has one of fixed size, "
                + "[batch, 1 or 3, height, width].", refusal(open, GREY));
        Path grey = flatten(4, "n", 1, 2, 2);
        assertEquals(grey + " takes grey images, and the observations have 3 channels; name a network that takes "
                + "colours.", refusal(grey, new ObservationShape(3, 2, 2)));
        Path maps = flatten(30_000, "n", 3, 100, 100);
        assertEquals(maps + ": the first output 'features float [n, 30000]' is no vector of 1 to 8192 features per "
                + "image; export the network up to its pooled features.", refusal(maps, GREY));
    }

    private static String refusal(Path file, ObservationShape shape) {
        return assertThrows(Problem.class, () -> FeatureNetwork.open(file, shape, 0, 1, CPU)).getMessage();
    }
}
