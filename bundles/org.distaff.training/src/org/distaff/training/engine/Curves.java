package org.distaff.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms over the steps: the mean of each over intervals of equal length. A column begins when its term first appears; a
 * term that an interval did not have leaves its place there empty.
 */
final class Curves implements Saved {

    /** Most rows a finished curve has. */
    private static final int ROWS = 200;

    private final int steps;
    private final int interval;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private Map<String, double[]> open = new LinkedHashMap<>(); // name → sum, count

    Curves(int steps) {
        this.steps = steps;
        this.interval = Math.max(1, Math.ceilDiv(steps, ROWS));
    }

    /** Whether a row ends with a step. */
    boolean endsRow(long step) {
        return step % interval == 0 || step == steps;
    }

    void add(String name, double value) {
        double[] sum = open.computeIfAbsent(name, n -> new double[2]);
        sum[0] += value;
        sum[1]++;
    }

    /** All terms of a step have been added. */
    void endStep(long step) {
        if (!endsRow(step)) {
            return;
        }
        open.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        double[] row = new double[names.size() + 1];
        row[0] = step;
        for (int i = 0; i < names.size(); i++) {
            double[] sum = open.get(names.get(i));
            row[i + 1] = sum == null ? Double.NaN : sum[0] / sum[1];
        }
        rows.add(row);
        open = new LinkedHashMap<>();
    }

    /** Writes step and one column per term. */
    void write(Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println(names.isEmpty() ? "step" : "step," + String.join(",", names));
            for (double[] row : rows) {
                StringBuilder line = new StringBuilder(Long.toString((long) row[0]));
                for (int i = 1; i <= names.size(); i++) {
                    boolean known = i < row.length && !Double.isNaN(row[i]);
                    line.append(',').append(known ? Float.toString((float) row[i]) : "");
                }
                out.println(line);
            }
            if (out.checkError()) {
                throw new IOException(file + " could not be written");
            }
        }
    }

    @Override
    public void save(DataOutputStream out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
        out.writeInt(open.size());
        for (Map.Entry<String, double[]> entry : open.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue()[0]);
            out.writeDouble(entry.getValue()[1]);
        }
        out.writeInt(rows.size());
        for (double[] row : rows) {
            out.writeInt(row.length);
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    @Override
    public void load(DataInputStream in) throws IOException {
        for (int i = in.readInt(); i > 0; i--) {
            names.add(in.readUTF());
        }
        for (int i = in.readInt(); i > 0; i--) {
            open.put(in.readUTF(), new double[] {in.readDouble(), in.readDouble()});
        }
        for (int i = in.readInt(); i > 0; i--) {
            double[] row = new double[in.readInt()];
            for (int c = 0; c < row.length; c++) {
                row[c] = in.readDouble();
            }
            rows.add(row);
        }
    }
}
