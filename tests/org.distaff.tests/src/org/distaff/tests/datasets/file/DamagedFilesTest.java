package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.hdf5.Hdf5File;
import org.distaff.datasets.file.image.PictureFile;
import org.distaff.datasets.file.matlab.MatFile;
import org.distaff.datasets.file.norb.NorbMatrix;
import org.distaff.datasets.file.numpy.NumpyArchive;
import org.distaff.datasets.file.parquet.ParquetFile;
import org.distaff.datasets.file.table.AnnData;
import org.distaff.datasets.file.table.CsvTable;
import org.distaff.datasets.file.table.MatrixMarket;
import org.distaff.datasets.file.text.TokenTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reader answers every damage with a sentence or with data, never with another exception. */
class DamagedFilesTest {

    private static final int DAMAGES = 400;

    /** What a reader does with bytes. */
    @FunctionalInterface
    interface Reader {

        void read(byte[] bytes) throws IOException;
    }

    static Stream<Arguments> files() {
        return Stream.of(
                files(Hdf5File::fuzz, "hdf5/earliest.h5", "hdf5/latest.h5", "hdf5/userblock.h5", "hdf5/channels.h5",
                        "table/csr.h5ad"),
                files(AnnData::fuzz, "table/csr.h5ad", "table/csc.h5ad", "table/dense.h5ad"),
                files(MatFile::fuzz, "matlab/plain.mat", "matlab/compressed.mat", "matlab/version4.mat"),
                files(NumpyArchive::fuzz, "numpy/stored.npz", "numpy/deflated.npz", "numpy/binary.npy"),
                files(NorbMatrix::fuzz, "norb/dat.mat", "norb/cat.mat", "norb/info.mat"),
                files(PictureFile::fuzz, "image/colour.png", "image/palette.png", "image/photo.jpg"),
                files(MatrixMarket::fuzz, "table/counts.mtx", "table/counts.mtx.gz", "table/real.mtx"),
                files(ParquetFile::fuzz, "parquet/arrow.parquet", "parquet/snappy.parquet", "parquet/gzip.parquet",
                        "parquet/groups.parquet"),
                files(CsvTable::fuzz, "make.py"),
                files(TokenTable::fuzz, "make.py")).flatMap(List::stream);
    }

    private static List<Arguments> files(Reader reader, String... names) {
        return Arrays.stream(names).map(name -> Arguments.of(name, reader)).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void damageIsToldInASentence(String name, Reader reader) {
        byte[] file = Resources.array(name);
        for (int number = 0; number < DAMAGES; number++) {
            try {
                reader.read(Damage.of(file, number));
            } catch (Problem problem) {
                assertTrue(problem.getMessage().endsWith("."), problem.getMessage());
                assertFalse(problem.getMessage().contains("null"), problem.getMessage());
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError other) {
                fail(name + ", damage " + number, other);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void foreignFilesAreRefused(String name, Reader reader) throws IOException {
        for (String text : List.of("", "x", "%PDF-1.7 not one of ours", "{\"json\": 1}")) {
            try {
                reader.read(text.getBytes(StandardCharsets.UTF_8));
            } catch (Problem problem) {
                assertTrue(problem.getMessage().endsWith("."), problem.getMessage());
            }
        }
    }
}
