package org.distaff.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.Execution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreign model without a card, from its files to the numbers that PyTorch computed with it. */
class PyTorchModelTest {

    /** Two engines add up 4096 products in single precision in different orders. */
    private static final double ENGINES = 1e-4;

    @TempDir
    private Path folder;
    private PyTorchFiles files;
    private TrainedModel model;

    @BeforeEach
    void find() throws IOException {
        files = new PyTorchFiles(folder);
        model = ModelCards.find(files.file("encoder.onnx"), files.file("decoder.onnx"));
    }

    @Test
    void whatIsWhatIsGuessed() {
        assertEquals(new ModelCard(folder.getFileName().toString(), 10, new ObservationShape(1, 64, 64), 0, 1,
                model.card().distribution(), "image", "mean", "logvar", "latent", model.card().decoderOutput()),
                model.card());
    }

    @Test
    void theFileIsSummedUp() {
        OnnxSummary summary = OnnxFile.read(model.encoder());
        assertEquals("pytorch 2.13.0", summary.producer());
        assertEquals(17, summary.opsets().get("ai.onnx"));
        assertEquals(List.of(), summary.problems());
        // four bytes per weight, and the rest of the file is a few kilobytes of nodes and names
        assertEquals(summary.bytes(), 4.0 * summary.parameters(), 8192);
    }

    @Test
    void codesAndLogVariancesAreThoseOfPyTorch() throws IOException {
        float[] mean = new float[PyTorchFiles.IMAGES * PyTorchFiles.LATENTS];
        float[] logVariance = new float[mean.length];
        try (Encoder encoder = Encoder.open(model.encoder(), model.card(), new Execution("cpu", 1))) {
            encoder.encode(files.images(), PyTorchFiles.IMAGES, mean, logVariance);
        }
        assertNear(files.array("mean.npy"), mean);
        assertNear(files.array("logvar.npy"), logVariance);
    }

    @Test
    void reconstructionsAreThoseOfPyTorch() throws IOException {
        double[] expected = files.array("reconstruction16.npy");
        double[] codes = files.array("mean.npy");
        float[] latents = new float[16 * PyTorchFiles.LATENTS];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) codes[i];
        }
        float[] images = new float[16 * PyTorchFiles.PIXELS];
        try (Decoder decoder = Decoder.open(model.decoder(), model.card(), new Execution("cpu", 1, 5))) {
            decoder.decode(latents, 16, images);
        }
        assertNear(expected, images);
    }

    private static void assertNear(double[] expected, float[] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i], found[i], ENGINES, "value " + i);
        }
    }

    @Test
    void codesDoNotDependOnTheBatch() throws IOException {
        FloatBuffer images = files.images();
        int count = 300; // more than the largest batch, and a multiple of none but 1
        float[] reference = means(images, count, 256);
        for (int batch : new int[] {1, 7}) {
            // kernels may add in another order for another batch: a few units in the last place of values below 4
            assertArrayEquals(reference, means(images, count, batch), 2e-6f, "batch " + batch);
        }
    }

    private float[] means(FloatBuffer images, int count, int batch) {
        float[] mean = new float[count * PyTorchFiles.LATENTS];
        try (Encoder encoder = Encoder.open(model.encoder(), model.card(), new Execution("cpu", 1, batch))) {
            encoder.encode(images, count, mean, null);
        }
        return mean;
    }

    @Test
    void severalThreadsMayEncodeAtOnce() throws Exception {
        FloatBuffer images = files.images();
        int each = 24;
        float[] expected = means(images, 4 * each, 8);
        try (Encoder encoder = Encoder.open(model.encoder(), model.card(), new Execution("cpu", 1, 8));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<float[]>> calls = new ArrayList<>();
            for (int call = 0; call < 4; call++) {
                float[] heap = new float[each * PyTorchFiles.PIXELS]; // heap buffers go through the pool
                images.get(call * heap.length, heap);
                calls.add(() -> {
                    float[] mean = new float[each * PyTorchFiles.LATENTS];
                    encoder.encode(FloatBuffer.wrap(heap), each, mean, null);
                    return mean;
                });
            }
            List<Future<float[]>> found = threads.invokeAll(calls);
            for (int call = 0; call < 4; call++) {
                float[] part = java.util.Arrays.copyOfRange(expected, call * each * PyTorchFiles.LATENTS,
                        (call + 1) * each * PyTorchFiles.LATENTS);
                // equal batches of equal images through equal kernels: bit for bit
                assertArrayEquals(part, found.get(call).get(), "call " + call);
            }
        }
    }

    @Test
    void swappedFilesAreTold() {
        String sentence = assertThrows(Problem.class, () -> ModelCards.find(model.decoder(), model.encoder()))
                .getMessage();
        assertTrue(sentence.contains("decoder.onnx is no encoder: its input is latent float [batch, 10], "
                + "but images [N, C, H, W]") && sentence.contains("model.json"), sentence);
        String alone = assertThrows(Problem.class, () -> ModelCards.find(null, model.encoder())).getMessage();
        assertTrue(alone.contains("encoder.onnx is no decoder: its input is image float [batch, 1, 64, 64], "
                + "but latents [N, D]"), alone);
    }
}
