package org.distaff.cli.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.distaff.core.array.NpyHeader;
import org.distaff.core.array.NpzWriter;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/**
 * Files of the layout and size of published ones, with other images, in a folder that is removed afterwards; the
 * catalogue takes them over as files of another digest.
 */
final class OwnFiles implements AutoCloseable {

    /** Where the catalogue looks for what was imported. */
    private static final String DATA_FOLDER = "distaff.data";
    /** The first bytes of an HDF5 file of h5py 3.7 with the array {@code images}, 480,000 × 64 × 64 × 3 bytes. */
    private static final String HDF5_HEAD = "shapes3d.head";
    private static final int SPRITES = 737_280;
    private static final int SHAPES = 480_000;
    private static final int PIXELS = 64 * 64;

    private final Path folder;
    private final String before;

    /** Makes the folder and lets the catalogue import into it. */
    OwnFiles(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            throw Problem.input("--scratch " + parent + " is no folder; name one.");
        }
        folder = Files.createTempDirectory(parent, "distaff-bench-");
        before = System.getProperty(DATA_FOLDER);
        System.setProperty(DATA_FOLDER, folder.resolve("datasets").toString());
    }

    /** Data sets that files can be made for. */
    static List<String> ids() {
        return List.of("dsprites", "shapes3d");
    }

    /** Bytes that a data set's file and its import take, about. */
    private static long room(String id) {
        return id.equals("dsprites") ? 500_000_000L : 6_000_000_000L;
    }

    /** Whether there is room for a data set's file; if not, a sentence that says so. */
    String missingRoom(String id) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        return free >= room(id) ? "" : String.format(Locale.ROOT, "%s is left out: a file of its size takes %.1f GB in "
                + "%s, where %.1f GB are free; --scratch names another folder.", id, room(id) / 1e9, folder.getParent(),
                free / 1e9);
    }

    /** Writes a data set's file. */
    Path write(String id, Progress progress) throws IOException {
        Path file = folder.resolve(id.equals("dsprites") ? "dsprites.npz" : "3dshapes.h5");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            if (id.equals("dsprites")) {
                NpzWriter archive = new NpzWriter(out);
                archive.member("imgs.npy", member -> {
                    member.write(NpyHeader.of("|u1", SPRITES, 64, 64).bytes());
                    images(SPRITES, PIXELS, 1, member, progress);
                });
                archive.finish();
            } else {
                try (InputStream head = OwnFiles.class.getResourceAsStream(HDF5_HEAD)) {
                    head.transferTo(out);
                }
                images(SHAPES, 3 * PIXELS, 255, out, progress);
            }
        }
        return file;
    }

    /** Images that all differ: a number in their first bytes, as its bits, and a block that moves. */
    private static void images(int count, int length, int brightest, OutputStream out, Progress progress)
            throws IOException {
        byte[] image = new byte[length];
        for (int n = 0; n < count; n++) {
            if (n % 1024 == 0) {
                progress.check();
                progress.report((double) n / count, String.format(Locale.ROOT, "writing image %,d of %,d", n, count));
            }
            int block = Integer.SIZE + n % (length / 2);
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                image[bit] = (byte) (n >> bit & 1);
            }
            Arrays.fill(image, block, block + length / 8, (byte) brightest);
            out.write(image);
            Arrays.fill(image, block, block + length / 8, (byte) 0);
        }
    }

    @Override
    public void close() throws IOException {
        if (before == null) {
            System.clearProperty(DATA_FOLDER);
        } else {
            System.setProperty(DATA_FOLDER, before);
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
