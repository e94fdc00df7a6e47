package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.hdf5.Hdf5File;
import org.distaff.datasets.file.image.PictureFile;
import org.distaff.datasets.file.matlab.MatFile;
import org.distaff.datasets.file.norb.NorbMatrix;
import org.distaff.datasets.file.numpy.NumpyArchive;
import org.distaff.datasets.file.parquet.ParquetFile;
import org.distaff.datasets.file.table.MatrixMarket;
import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

/**
 * Small files that promise more than any memory holds: each is refused before anything of that size is made, whether at
 * once or piece by piece.
 */
class KillersTest {

    private static final long HUGE = 1L << 40;

    /**
     * What a reader may allocate on all threads before it refuses: a reader that grows towards a promised size, or that
     * goes round in circles, passes it. Files of all kinds are to open within 256 MB; garbage counts here too.
     */
    private static final long MAXIMUM_ALLOCATED = 256L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static void refused(DamagedFilesTest.Reader reader, byte[] file) {
        long before = THREADS.getTotalThreadAllocatedBytes();
        String message = assertThrows(Problem.class, () -> reader.read(file)).getMessage();
        long allocated = THREADS.getTotalThreadAllocatedBytes() - before;
        assertTrue(before >= 0, "this Java counts what threads allocate");
        assertTrue(message.endsWith("."), message);
        assertTrue(allocated <= MAXIMUM_ALLOCATED, allocated + " bytes: " + message);
    }

    /** Puts another number wherever two numbers of that width stand side by side. */
    private static byte[] replaced(byte[] file, int width, long first, long second, long huge) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int places = 0;
        for (int at = 0; at + 2 * width <= file.length; at++) {
            if (number(buffer, at, width) == first && number(buffer, at + width, width) == second) {
                if (width == Long.BYTES) {
                    buffer.putLong(at, huge);
                } else {
                    buffer.putInt(at, (int) huge);
                }
                places++;
            }
        }
        assertTrue(places > 0, "the numbers stand in the file");
        return file;
    }

    private static long number(ByteBuffer buffer, int at, int width) {
        return width == Long.BYTES ? buffer.getLong(at) : buffer.getInt(at);
    }

    @Test
    void anHdf5FileWithATrillionRows() {
        refused(Hdf5File::fuzz, replaced(Resources.array("hdf5/userblock.h5"), Long.BYTES, 5, 6, HUGE));
        refused(Hdf5File::fuzz, replaced(Resources.array("hdf5/latest.h5"), Long.BYTES, 5, 6, HUGE));
    }

    @Test
    void aMatlabFileWithTwoThousandMillionRows() {
        refused(MatFile::fuzz, replaced(Resources.array("matlab/plain.mat"), Integer.BYTES, 4, 5, Integer.MAX_VALUE));
    }

    @Test
    void anArrayOfATrillionImages() throws IOException {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1099511627776, 64, 64), }";
        ByteArrayOutputStream npy = new ByteArrayOutputStream();
        npy.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) (header.length() + 1), 0});
        npy.writeBytes((header + "\n").getBytes(StandardCharsets.US_ASCII));
        refused(NumpyArchive::fuzz, npy.toByteArray());
    }

    /** 64 MiB of zeros deflate to 64 KiB: a thousandth, where 1/400 is the least. */
    @Test
    void aZipBomb() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry("images.npy"));
            String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (16384, 64, 64), }\n";
            zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
            zip.write(header.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        refused(NumpyArchive::fuzz, file.toByteArray());
    }

    /** A footer that claims more than the file, and a file without one. */
    @Test
    void parquetFilesThatLie() {
        byte[] footer = Resources.array("parquet/gzip.parquet");
        ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length - 8, Integer.MAX_VALUE);
        refused(ParquetFile::fuzz, footer);
        byte[] cut = Arrays.copyOf(Resources.array("parquet/arrow.parquet"), 200);
        refused(ParquetFile::fuzz, cut);
    }

    /** 24,300 × 2 × 96 × 96 bytes as in the published files, and lengths whose product passes every integer. */
    @Test
    void matricesOfNorbWithoutTheirValues() {
        for (int[] shape : new int[][] {{24_300, 2, 96, 96}, {1 << 30, 1 << 30, 1 << 30, 1 << 30}, {-1, -1, 96, 96}}) {
            ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0x1E3D4C55).putInt(4);
            Arrays.stream(shape).forEach(file::putInt);
            refused(NorbMatrix::fuzz, file.array());
        }
    }

    @Test
    void countsOfTenMillionCellsInAFewBytes() throws IOException {
        String head = "%%MatrixMarket matrix coordinate integer general\n";
        for (String sizes : List.of("30000 2147483647 1\n", "2147483647 2147483647 2147483647\n", "5 10000000 1\n")) {
            refused(MatrixMarket::fuzz, (head + sizes + "1 1 1\n").getBytes(StandardCharsets.US_ASCII));
        }
        // 64 MiB of comments, gzipped to a thousandth
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] comment = ("%".repeat(1023) + "\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64 << 10; i++) {
                gzip.write(comment);
            }
        }
        refused(MatrixMarket::fuzz, bomb.toByteArray());
    }

    /** Width and height of a PNG stand at 16 and 20, big-endian; their checksum, over the 17 bytes from 12, at 29. */
    @Test
    void pixelsThatNoPictureFileHolds() {
        for (int side : new int[] {Integer.MAX_VALUE, 60_000, 4000}) {
            ByteBuffer file = ByteBuffer.wrap(Resources.array("image/colour.png")).putInt(16, side).putInt(20, side);
            CRC32 checksum = new CRC32();
            checksum.update(file.array(), 12, 17);
            refused(PictureFile::fuzz, file.putInt(29, (int) checksum.getValue()).array());
        }
    }

    /** A compressed variable of 2 GiB of zeros, of which the file holds the first 64 KiB, deflated to some 80 bytes. */
    @Test
    void aMatlabVariableThatUnpacksWithoutEnd() throws IOException {
        ByteBuffer inner = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        inner.putInt(14).putInt(Integer.MAX_VALUE);                              // a matrix
        inner.putInt(6).putInt(8).putInt(9).putInt(0);                           // flags: of uint8
        inner.putInt(5).putInt(8).putInt(1 << 15).putInt(1 << 16);               // 2³¹ values
        inner.putInt(2 << 16 | 1).put(new byte[] {'i', 'm', 0, 0});              // its name, in the tag itself
        inner.putInt(2).putInt(Integer.MAX_VALUE);                               // values
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write(inner.array());
        }
        ByteBuffer file = ByteBuffer.allocate(136 + packed.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(Resources.array("matlab/compressed.mat"), 0, 128).putInt(15).putInt(packed.size());
        refused(MatFile::fuzz, file.put(packed.toByteArray()).array());
    }
}
