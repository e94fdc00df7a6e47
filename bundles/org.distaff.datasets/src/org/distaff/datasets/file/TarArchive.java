package org.distaff.datasets.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/**
 * Unpacks regular files out of a gzipped tar archive (POSIX ustar), each under its last name into one folder: no name of
 * an entry is followed, no link is made. At most 10,000 entries; bombs end as {@link BoundedStream} says.
 */
public final class TarArchive {

    private static final int BLOCK = 512;
    private static final int MAXIMUM_ENTRIES = 10_000;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int TYPE = 156;

    private TarArchive() {
    }

    /**
     * Unpacks the entries whose path is wanted.
     *
     * @return the files, in the archive's order
     * @throws Problem (input) when the archive is damaged or breaks a limit
     */
    public static List<Path> unpack(Bytes bytes, Predicate<String> wanted, Path folder, Progress progress)
            throws IOException {
        List<Path> files = new ArrayList<>();
        try (InputStream in = new BoundedStream(new GZIPInputStream(bytes.stream(0, bytes.size()), 1 << 16),
                bytes.size(), bytes.name())) {
            byte[] head = new byte[BLOCK];
            for (int entries = 0; in.readNBytes(head, 0, BLOCK) == BLOCK && head[0] != 0; entries++) {
                progress.check();
                if (entries == MAXIMUM_ENTRIES) {
                    throw bytes.damaged("it has more than " + MAXIMUM_ENTRIES + " entries");
                }
                String path = text(head, 0, NAME);
                long size = size(head, bytes);
                boolean regular = head[TYPE] == '0' || head[TYPE] == 0;
                if (regular && wanted.test(path)) {
                    progress.report(0, "unpacking " + path);
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    if (name.isBlank() || name.startsWith(".") || name.contains("\\") || name.contains(":")) {
                        throw bytes.damaged("an entry '" + path + "'");
                    }
                    Path file = folder.resolve(name);
                    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                        copy(in, size, out);
                    }
                    files.add(file);
                } else {
                    copy(in, size, OutputStream.nullOutputStream());
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        } catch (EOFException | ZipException e) {
            throw Problem.input(bytes.name() + " is damaged or cut short; copy or download it again.", e);
        }
        return files;
    }

    private static String text(byte[] head, int at, int length) {
        int end = at;
        while (end < at + length && head[end] != 0) {
            end++;
        }
        return new String(head, at, end - at, StandardCharsets.UTF_8);
    }

    private static long size(byte[] head, Bytes bytes) {
        String octal = text(head, SIZE, 12).strip();
        if (!octal.matches("[0-7]{1,11}")) {
            throw bytes.damaged("an entry of '" + octal + "' bytes");
        }
        return Long.parseLong(octal, 8);
    }

    private static void copy(InputStream in, long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0;) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, got);
            left -= got;
        }
    }
}
