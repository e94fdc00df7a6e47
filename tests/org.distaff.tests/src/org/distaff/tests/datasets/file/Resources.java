package org.distaff.tests.datasets.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;

/** The files beside this class; see README.md there. */
final class Resources {

    private Resources() {
    }

    static byte[] array(String name) {
        try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bytes bytes(String name) {
        return new MemoryBytes(name, array(name));
    }

    /** A copy on disk. */
    static Path copy(String name, Path folder) {
        try {
            Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
            return Files.write(file, array(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Value {@code i} of make.py's {@code ramp}: 7 i modulo 251. */
    static int ramp(long i) {
        return (int) (i * 7 % 251);
    }

    /** The first values of the ramp. */
    static byte[] ramp(int from, int count) {
        byte[] values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte) ramp(from + i);
        }
        return values;
    }
}
