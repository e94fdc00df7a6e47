package org.distaff.study.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.distaff.plot.figure.Curves;

/** Reads training.csv as curves. */
public final class TrainingCurves {

    private static final double WIDTH = 420;
    private static final double HEIGHT = 240;

    private TrainingCurves() {
    }

    /** The curves of a cell's folder; nothing when nothing was trained. */
    public static Optional<Curves> of(Path cellFolder, String title) throws IOException {
        Path file = cellFolder.resolve("training.csv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.isEmpty() ? new String[0] : lines.get(0).split(",");
        if (lines.size() < 3 || names.length < 2) {
            return Optional.empty();
        }
        double[][] columns = new double[names.length][lines.size() - 1];
        for (int row = 1; row < lines.size(); row++) {
            String[] values = lines.get(row).split(",");
            for (int c = 0; c < names.length; c++) {
                columns[c][row - 1] = c < values.length ? number(values[c]) : Double.NaN;
            }
        }
        List<Curves.Series> series = new ArrayList<>();
        for (int c = 1; c < names.length; c++) {
            series.add(new Curves.Series(names[c], columns[0], columns[c]));
        }
        return Optional.of(new Curves(title, names[0], series, WIDTH, HEIGHT));
    }

    /** A file that another engine left may say "nan" or "inf", or anything; what is no number leaves a gap. */
    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
