package org.distaff.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loss terms over the steps: the mean of each over intervals of equal length. */
final class Curves {

    /** Most rows a finished curve has. */
    private static final int ROWS = 200;

    private final List<String> names;
    private final int steps;
    private final int interval;
    private final List<double[]> rows = new ArrayList<>();
    private final double[] sums;
    private int count;

    Curves(List<String> names, int steps) {
        this.names = List.copyOf(names);
        this.steps = steps;
        this.interval = Math.max(1, Math.ceilDiv(steps, ROWS));
        this.sums = new double[names.size()];
    }

    void add(long step, double[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
        if (++count == interval || step == steps) {
            finishRow(step);
        }
    }

    private void finishRow(long step) {
        double[] row = new double[sums.length + 1];
        row[0] = step;
        for (int i = 0; i < sums.length; i++) {
            row[i + 1] = sums[i] / count;
            sums[i] = 0;
        }
        rows.add(row);
        count = 0;
    }

    /** Writes step and one column per term. */
    void write(Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("step," + String.join(",", names));
            for (double[] row : rows) {
                StringBuilder line = new StringBuilder(Long.toString((long) row[0]));
                for (int i = 1; i < row.length; i++) {
                    line.append(',').append((float) row[i]);
                }
                out.println(line);
            }
            if (out.checkError()) {
                throw new IOException(file + " could not be written");
            }
        }
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(count);
        for (double sum : sums) {
            out.writeDouble(sum);
        }
        out.writeInt(rows.size());
        for (double[] row : rows) {
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    void load(DataInputStream in) throws IOException {
        count = in.readInt();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.readDouble();
        }
        int saved = in.readInt();
        for (int r = 0; r < saved; r++) {
            double[] row = new double[sums.length + 1];
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readDouble();
            }
            rows.add(row);
        }
    }
}
