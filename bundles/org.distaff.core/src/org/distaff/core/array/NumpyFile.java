package org.distaff.core.array;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.distaff.core.failure.Problem;

/** Reads {@code .npy} files and {@code .npz} archives of them. */
public final class NumpyFile {

    private static final int MAXIMUM_ENTRIES = 10_000;
    private static final int MAXIMUM_RATIO = 200;
    /**
     * Up to this many bytes a high compression ratio is no sign of an archive bomb: binary images of small shapes
     * shrink to less than a hundredth, and images of one colour to a thousandth.
     */
    private static final long RATIO_FREE = 1L << 26;

    private NumpyFile() {
    }

    /** Reads a {@code .npy} file. */
    public static NpyArray array(Path file) {
        try (InputStream in = new BufferedInputStream(open(file), 1 << 16)) {
            return Npy.read(in, file.toString());
        } catch (IOException e) {
            throw Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads the named arrays of a {@code .npz} archive, in the archive's order. Entries that hold no plain numbers
     * (pickles) are left out.
     *
     * @throws Problem (input) when it is no archive, is damaged, or unpacks to more than 64 MiB and 200 times its size
     */
    public static Map<String, NpyArray> archive(Path file) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(open(file), 1 << 16))) {
            long limit = Math.max(RATIO_FREE, MAXIMUM_RATIO * Files.size(file));
            Counted counted = new Counted(zip, limit, file);
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAXIMUM_ENTRIES) {
                    throw Problem.input(file + " has more than " + MAXIMUM_ENTRIES + " entries.");
                }
                if (entry.getName().endsWith(".npy")) {
                    String name = entry.getName().substring(0, entry.getName().length() - ".npy".length());
                    Npy.readNumeric(counted, file + " (" + name + ")").ifPresent(array -> arrays.put(name, array));
                }
                counted.transferTo(OutputStream.nullOutputStream()); // what is left out counts as well
            }
            if (entries == 0) {
                throw Problem.input(file + " is no .npz archive, or an empty one.");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.input(file + " is a damaged .npz archive: " + e.getMessage() + ".", e);
        }
        return arrays;
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw Problem.input("There is no file " + file + ".", e);
        }
    }

    /** Counts unpacked bytes over all entries and stops at the limit. */
    private static final class Counted extends FilterInputStream {

        private final Path file;
        private long left;

        Counted(InputStream in, long limit, Path file) {
            super(in);
            this.left = limit;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            return count(got, got);
        }

        private int count(int result, int bytes) {
            if (result >= 0) {
                left -= bytes;
            }
            if (left < 0) {
                throw Problem.input(file + " unpacks to more than " + MAXIMUM_RATIO
                        + " times its size; it is refused.");
            }
            return result;
        }

        @Override
        public void close() {
            // the archive stays open for its next entry
        }
    }
}
