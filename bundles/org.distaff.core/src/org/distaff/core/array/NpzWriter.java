package org.distaff.core.array;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a compressed {@code .npz} archive, array after array. Equal arrays give equal bytes. */
public final class NpzWriter implements AutoCloseable {

    /** The first moment that the format knows; the time of writing would make every archive another one. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;

    /** @param out is closed with the writer */
    public NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** What a member holds, written to a buffered stream. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Adds an array of uint8. */
    public void add(String name, byte[] values, int... shape) throws IOException {
        member(name + ".npy", out -> Npy.write(out, values, shape));
    }

    /** Adds an array of int32. */
    public void add(String name, int[] values, int... shape) throws IOException {
        member(name + ".npy", out -> Npy.write(out, values, shape));
    }

    /** Adds an array of float32. */
    public void add(String name, float[] values, int... shape) throws IOException {
        member(name + ".npy", out -> Npy.write(out, values, shape));
    }

    /** Adds a file under its whole name; for arrays that are larger than memory, and for texts beside them. */
    public void member(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        OutputStream out = new BufferedOutputStream(zip, BUFFER);
        content.write(out);
        out.flush();
        zip.closeEntry();
    }

    /** Ends the archive and leaves the stream open. */
    public void finish() throws IOException {
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
