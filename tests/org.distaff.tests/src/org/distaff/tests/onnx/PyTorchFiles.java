package org.distaff.tests.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.core.array.NumpyFile;

/**
 * An encoder and a decoder that PyTorch 2.13 exported (opset 17, no metadata), 3000 images of 64×64 whose pixels are 0 or 1,
 * and what PyTorch computed on them: means, log-variances, and the reconstructions of the first 16 means.
 */
record PyTorchFiles(Path folder) {

    static final int IMAGES = 3000;
    static final int LATENTS = 10;
    static final int PIXELS = 64 * 64;

    /** Copies one of the files into the folder. */
    Path file(String name) throws IOException {
        Path target = folder.resolve(name);
        InputStream own = PyTorchFiles.class.getResourceAsStream(name);
        try (InputStream in = own != null ? own : PyTorchFiles.class.getResourceAsStream("/org/distaff/tests/cli/" + name)) {
            return Files.exists(target) ? target : writeTo(target, in);
        }
    }

    private static Path writeTo(Path target, InputStream in) throws IOException {
        Files.copy(in, target);
        return target;
    }

    double[] array(String name) throws IOException {
        return NumpyFile.array(file(name)).values();
    }

    /** The images in [0, 1] in a direct buffer. */
    FloatBuffer images() throws IOException {
        double[] pixels = NumpyFile.archive(file("images.npz")).get("images").values();
        FloatBuffer images = ByteBuffer.allocateDirect(pixels.length * Float.BYTES).order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < pixels.length; i++) {
            images.put(i, (float) pixels[i]);
        }
        return images;
    }
}
