package org.distaff.datasets.file.table;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.data.FactorKind;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.hdf5.Hdf5Dataset;
import org.distaff.datasets.file.hdf5.Hdf5File;
import org.distaff.datasets.file.hdf5.Hdf5Group;

/**
 * An AnnData file ({@code .h5ad}, on-disk format 0.8 and later; Virshup et al., anndata, 2021): the counts in X, dense or
 * sparse, and the categorical columns of obs as factors. A cell without a category gets the value "none".
 *
 * @param counts  one row per cell
 * @param columns factors
 */
public record AnnData(CountMatrix counts, FactorColumns columns) {

    private static final int MAXIMUM_OBSERVATIONS = 10_000_000;
    /** Values that are in memory as numbers at once. */
    private static final int TOGETHER = 1 << 21;
    private static final String NONE = "none";

    /**
     * Reads a file.
     *
     * @param wanted columns of obs in order; empty for all categorical ones
     * @throws Problem (input) when it is none, or a wanted column is missing or not categorical
     */
    public static AnnData read(Bytes bytes, List<String> wanted) {
        Hdf5Group root = Hdf5File.open(bytes).root();
        CountMatrix counts = root.isGroup("X") ? sparse(root.group("X"), bytes) : dense(root.dataset("X"), bytes);
        FactorColumns columns = new FactorColumns(bytes.name() + " (obs)");
        if (root.has("obs")) {
            Hdf5Group obs = root.group("obs");
            List<String> names = wanted.isEmpty() ? obs.names().stream().filter(n -> categorical(obs, n)).toList()
                    : wanted;
            for (String name : names) {
                if (!obs.has(name) || !categorical(obs, name)) {
                    throw Problem.input(bytes.name() + ": obs has no categorical column '" + name + "'; it has "
                            + String.join(", ", obs.names().stream().filter(n -> categorical(obs, n)).toList()) + ".");
                }
                add(columns, name, obs.group(name), counts.count(), bytes);
            }
        }
        return new AnnData(counts, columns);
    }

    private static boolean categorical(Hdf5Group obs, String name) {
        return "categorical".equals(obs.attributes(name).text("encoding-type").orElse("")) && obs.isGroup(name);
    }

    private static void add(FactorColumns columns, String name, Hdf5Group group, long cells, Bytes bytes) {
        List<String> names = new ArrayList<>(group.dataset("categories").texts(1_000_000));
        double[] codes = group.dataset("codes").numbers(cells);
        boolean gaps = Arrays.stream(codes).anyMatch(code -> code < 0);
        int none = gaps ? names.size() : -1;
        if (gaps) {
            names.add(NONE);
        }
        List<String> values = new ArrayList<>();
        for (double code : codes) {
            int value = code < 0 ? none : (int) code;
            if (value >= names.size()) {
                throw bytes.damaged("obs/" + name + " has the code " + value + " of " + names.size() + " categories");
            }
            values.add(names.get(value));
        }
        boolean ordered = group.attributes().numbers("ordered").map(flag -> flag.length > 0 && flag[0] != 0)
                .orElse(false);
        columns.add(name, values, names, ordered ? FactorKind.ORDINAL : FactorKind.NOMINAL);
    }

    private static CountMatrix dense(Hdf5Dataset x, Bytes bytes) {
        long[] shape = x.shape();
        if (shape.length != 2) {
            throw bytes.damaged("X has " + shape.length + " axes and not 2");
        }
        requireSize(shape[0], shape[1], bytes);
        CountMatrix.Builder builder = new CountMatrix.Builder();
        int together = (int) Math.max(1, Math.min(x.rowsTogether(), TOGETHER / shape[1]));
        for (long first = 0; first < shape[0]; first += together) {
            double[] rows = x.numbers(first, (int) Math.min(together, shape[0] - first));
            for (int i = 0; i < rows.length; i++) {
                add(builder, (int) (first + i / shape[1]), (int) (i % shape[1]), rows[i], bytes);
            }
        }
        return builder.build((int) shape[0], (int) shape[1]);
    }

    private static CountMatrix sparse(Hdf5Group x, Bytes bytes) {
        String kind = x.attributes().text("encoding-type").orElse("");
        double[] shape = x.attributes().numbers("shape").orElse(new double[0]);
        if (!kind.equals("csr_matrix") && !kind.equals("csc_matrix") || shape.length != 2) {
            throw Problem.input(bytes.name() + ": X is neither an array nor a sparse matrix of AnnData 0.8 or later; "
                    + "read and write it again with a present anndata.");
        }
        requireSize((long) shape[0], (long) shape[1], bytes);
        boolean byRow = kind.equals("csr_matrix");
        int lines = (int) (byRow ? shape[0] : shape[1]);
        int across = (int) (byRow ? shape[1] : shape[0]);
        double[] starts = x.dataset("indptr").numbers(lines + 1L);
        Hdf5Dataset indices = x.dataset("indices");
        Hdf5Dataset data = x.dataset("data");
        long count = data.elements();
        if (starts.length != lines + 1 || indices.elements() != count || starts[lines] != count || starts[0] != 0) {
            throw bytes.damaged("the parts of X do not fit each other");
        }
        CountMatrix.Builder builder = new CountMatrix.Builder();
        int line = 0;
        int together = Math.min(TOGETHER, Math.max(1 << 16, Math.max(indices.rowsTogether(), data.rowsTogether())));
        for (long first = 0; first < count; first += together) {
            int length = (int) Math.min(together, count - first);
            double[] places = indices.numbers(first, length);
            double[] values = data.numbers(first, length);
            for (int i = 0; i < length; i++) {
                while (line < lines && starts[line + 1] <= first + i) {
                    line++;
                }
                if (line == lines || starts[line] > first + i || !(places[i] >= 0 && places[i] < across)) {
                    throw bytes.damaged("X has an entry outside its shape");
                }
                int place = (int) places[i];
                add(builder, byRow ? line : place, byRow ? place : line, values[i], bytes);
            }
        }
        return builder.build((int) shape[0], (int) shape[1]);
    }

    private static void requireSize(long observations, long variables, Bytes bytes) {
        if (observations < 0 || variables < 1 || observations > MAXIMUM_OBSERVATIONS
                || variables > CountMatrix.MAXIMUM_VARIABLES || observations > 1100 * bytes.size()) {
            throw Problem.input(bytes.name() + " has " + observations + " cells of " + variables + " genes; at most "
                    + MAXIMUM_OBSERVATIONS + " of " + CountMatrix.MAXIMUM_VARIABLES + " are read.");
        }
    }

    private static void add(CountMatrix.Builder builder, int cell, int gene, double value, Bytes bytes) {
        if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
            throw Problem.input(bytes.name() + " has the value " + value + " in X at cell " + cell + ", gene " + gene
                    + " (counted from 0); counts are finite and not negative, so keep the raw ones in X.");
        }
        if (!builder.add(cell, gene, (float) value)) {
            throw Problem.input(bytes.name() + " has more than " + CountMatrix.MAXIMUM + " counts; keep fewer cells or "
                    + "genes.");
        }
    }

    /** For tests with damaged bytes. */
    public static void fuzz(byte[] data) {
        AnnData read = read(new MemoryBytes("fuzz", data), List.of());
        read.columns().listed(read.counts().count());
    }
}
