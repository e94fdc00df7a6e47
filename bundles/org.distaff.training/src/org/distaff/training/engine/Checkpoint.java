package org.distaff.training.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Where a training stands: step, parameters, moments, curves. Replaced atomically, so that a kill leaves the one before; a
 * run that continues from it gives the numbers of one that was never interrupted.
 */
final class Checkpoint {

    private static final String FORMAT = "distaff-checkpoint-1";

    private final Path file;
    private final String fingerprint;

    /** @param fingerprint what is being trained; a checkpoint of anything else is ignored */
    Checkpoint(Path folder, String fingerprint) {
        this.file = folder.resolve("checkpoint.bin");
        this.fingerprint = fingerprint;
    }

    void save(long step, List<Tensor> tensors, Curves curves) throws IOException {
        Path fresh = file.resolveSibling("checkpoint.tmp");
        try (FileOutputStream raw = new FileOutputStream(fresh.toFile());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(raw, 1 << 16))) {
            out.writeUTF(FORMAT);
            out.writeUTF(fingerprint);
            out.writeLong(step);
            curves.save(out);
            for (Tensor tensor : tensors) {
                for (float value : TensorNetwork.values(tensor)) {
                    out.writeFloat(value);
                }
            }
            out.flush();
            raw.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Restores the saved state into tensors and curves and returns its step, or 0 when there is none of this training. */
    long load(List<Tensor> tensors, Curves curves) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (!in.readUTF().equals(FORMAT) || !in.readUTF().equals(fingerprint)) {
                return 0;
            }
            long step = in.readLong();
            curves.load(in);
            for (Tensor tensor : tensors) {
                float[] values = new float[Math.toIntExact(tensor.numel())];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                new FloatPointer(tensor.data_ptr()).put(values);
            }
            return step;
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling("checkpoint.tmp"));
    }
}
