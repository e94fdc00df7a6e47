package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.hdf5.Hdf5File;
import org.distaff.datasets.file.matlab.MatFile;
import org.distaff.datasets.file.numpy.NumpyArchive;
import org.distaff.datasets.file.parquet.ParquetFile;
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
}
