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
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;

/**
 * Where a training stands: step, parameters, what optimisers remember, running statistics, curves. Replaced atomically,
 * so that a kill leaves the one before; a run that continues from it gives the numbers of one never interrupted.
 */
final class Checkpoint {

    private static final String FORMAT = "distaff-checkpoint-3";

    private static final String FILE = "checkpoint.bin";
    private static final String FRESH = "checkpoint.tmp";

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final long fingerprint;

    /** @param fingerprint what is being trained; a checkpoint of anything else, or a damaged one, is ignored */
    Checkpoint(Path folder, String fingerprint) {
        this.file = folder.resolve(FILE);
        this.fingerprint = RandomStreams.seed(0, fingerprint);
    }

    void save(long step, List<Tensor> tensors, List<Saved> parts) throws IOException {
        Path fresh = file.resolveSibling(FRESH);
        try (FileOutputStream raw = new FileOutputStream(fresh.toFile());
                CheckedOutputStream checked = new CheckedOutputStream(raw, new CRC32());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER))) {
            out.writeUTF(FORMAT);
            out.writeLong(fingerprint);
            out.writeLong(step);
            for (Saved part : parts) {
                part.save(out);
            }
            for (Tensor tensor : tensors) {
                try (PointerScope scope = new PointerScope()) {
                    Tensor here = tensor.detach().cpu().contiguous();
                    byte[] bytes = new byte[Math.toIntExact(here.nbytes())];
                    new BytePointer(here.data_ptr()).get(bytes);
                    out.write(bytes);
                }
            }
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
            raw.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Restores the saved state and returns its step, or 0 when there is none of this training. */
    long load(List<Tensor> tensors, List<Saved> parts) throws IOException {
        if (!Files.exists(file) || !intact()) {
            return 0;
        }
        try (DataInputStream in = open()) {
            if (!in.readUTF().equals(FORMAT) || in.readLong() != fingerprint) {
                return 0;
            }
            long step = in.readLong();
            for (Saved part : parts) {
                part.load(in);
            }
            for (Tensor tensor : tensors) {
                try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
                    byte[] bytes = new byte[Math.toIntExact(tensor.nbytes())];
                    in.readFully(bytes);
                    tensor.copy_(torch.from_blob(new BytePointer(bytes), tensor.shape(),
                            new TensorOptions(tensor.scalar_type())));
                }
            }
            return step;
        }
    }

    /** Whether the file ends in the checksum of what comes before; asked first, so that nothing is half restored. */
    private boolean intact() throws IOException {
        long rest = Files.size(file) - Long.BYTES;
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (DataInputStream in = open()) {
            while (rest > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
                if (count < 0) {
                    return false;
                }
                sum.update(buffer, 0, count);
                rest -= count;
            }
            return rest == 0 && in.readLong() == sum.getValue();
        }
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** Deletes what any training left in a folder. */
    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
        Files.deleteIfExists(folder.resolve(FRESH));
    }
}
