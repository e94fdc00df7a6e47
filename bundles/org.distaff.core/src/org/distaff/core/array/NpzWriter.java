package org.distaff.core.array;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a compressed {@code .npz} archive, array after array. Equal arrays give equal bytes. */
public final class NpzWriter implements AutoCloseable {

    /** The first moment that the format knows; the time of writing would make every archive another one. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** @param out is closed with the writer */
    public NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** Adds an array of uint8. */
    public void add(String name, byte[] values, int... shape) throws IOException {
        begin(name);
        Npy.write(zip, values, shape);
        zip.closeEntry();
    }

    /** Adds an array of float32. */
    public void add(String name, float[] values, int... shape) throws IOException {
        begin(name);
        Npy.write(zip, values, shape);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
