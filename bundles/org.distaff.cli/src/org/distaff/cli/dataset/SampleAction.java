package org.distaff.cli.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.cli.input.InputFile;
import org.distaff.cli.output.AtomicFile;
import org.distaff.core.command.Invocation;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.plot.image.Bitmap;
import org.distaff.plot.image.Png;

/** {@code distaff dataset sample}: a sheet of observations as a PNG file. */
public final class SampleAction implements DatasetAction {

    /** A factor with more values shows this many, evenly spaced. */
    private static final int MOST_VALUES = 16;

    @Override
    public String word() {
        return "sample";
    }

    @Override
    public String help() {
        return "draws a sheet of observations as a PNG file: --points of them at random, or with --across and --down one "
                + "for each value of two factors, the others at their middle value.";
    }

    @Override
    public List<Parameter> options() {
        return List.of(Parameter.path("out", null).meaning("file to write"),
                Parameter.integer("points", 64).range(1, 4096).meaning("observations drawn at random (sample)"),
                Parameter.text("across", null).meaning("factor that changes from left to right (sample)"),
                Parameter.text("down", null).meaning("factor that changes from top to bottom (sample)"),
                Parameter.integer("seed", 0).meaning("seed of what is drawn at random"), Options.PARAMETERS);
    }

    @Override
    public void run(DatasetProvider provider, Invocation invocation) throws IOException {
        Parameters options = invocation.parameters();
        String name = options.optional("out").orElseThrow(() -> Problem.input(
                "distaff dataset sample needs --out, the PNG file to write."));
        if (!name.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw Problem.input("--out: " + name + " must end with .png.");
        }
        Path out = AtomicFile.require(InputFile.path(name, "--out"));
        Dataset dataset = provider.open(Options.assigned(provider, invocation));
        RandomGenerator random = RandomStreams.derive(options.integer("seed"), "dataset/sample");
        Sheet sheet = new Sheet(dataset, random);
        Optional<Integer> across = options.optional("across").map(f -> factor(dataset.factors(), f));
        Optional<Integer> down = options.optional("down").map(f -> factor(dataset.factors(), f));
        Bitmap picture = across.isPresent() || down.isPresent() ? grid(dataset, sheet, across, down)
                : drawn(dataset, sheet, options.integer("points"), random);
        AtomicFile.write(out, file -> file.write(Png.encode(picture)));
        invocation.out().println(out + ": " + picture.width() + "×" + picture.height() + " pixels");
    }

    private static int factor(FactorSpace space, String name) {
        List<String> names = space.factors().stream().map(Factor::name).toList();
        if (!names.contains(name)) {
            throw Problem.input("The data set has no factor '" + name + "', only " + String.join(", ", names) + "."
                    + Nearest.suggestion(name, names));
        }
        return names.indexOf(name);
    }

    private static Bitmap drawn(Dataset dataset, Sheet sheet, int points, RandomGenerator random) {
        int k = dataset.factors().count();
        int[] rows = Dataset.sample(dataset, points, random);
        List<Optional<int[]>> places = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            places.add(Optional.of(Arrays.copyOfRange(rows, i * k, i * k + k)));
        }
        return sheet.draw(places, (int) Math.ceil(Math.sqrt(points)));
    }

    private static Bitmap grid(Dataset dataset, Sheet sheet, Optional<Integer> across, Optional<Integer> down) {
        FactorSpace space = dataset.factors();
        int[] columns = across.map(f -> values(space.size(f))).orElse(new int[] {0});
        int[] lines = down.map(f -> values(space.size(f))).orElse(new int[] {0});
        List<Optional<int[]>> places = new ArrayList<>();
        for (int line : lines) {
            for (int column : columns) {
                int[] row = space.factors().stream().mapToInt(f -> f.size() / 2).toArray();
                across.ifPresent(f -> row[f] = column);
                down.ifPresent(f -> row[f] = line);
                places.add(dataset.rows().isEmpty() ? Optional.of(row) : nearest(dataset.rows().get(), row, across, down));
            }
        }
        return sheet.draw(places, columns.length);
    }

    private static int[] values(int size) {
        int shown = Math.min(size, MOST_VALUES);
        int[] values = new int[shown];
        for (int i = 0; i < shown; i++) {
            values[i] = shown == 1 ? 0 : (int) ((long) i * (size - 1) / (shown - 1));
        }
        return values;
    }

    /** The listed row with the wanted values of the two factors whose others are nearest to the wanted ones. */
    private static Optional<int[]> nearest(int[] rows, int[] wanted, Optional<Integer> across, Optional<Integer> down) {
        int[] best = null;
        long least = Long.MAX_VALUE;
        for (int start = 0; start < rows.length; start += wanted.length) {
            int at = start;
            boolean fits = across.stream().allMatch(f -> rows[at + f] == wanted[f])
                    && down.stream().allMatch(f -> rows[at + f] == wanted[f]);
            long distance = 0;
            for (int f = 0; f < wanted.length; f++) {
                distance += Math.abs(rows[start + f] - wanted[f]);
            }
            if (fits && distance < least) {
                least = distance;
                best = Arrays.copyOfRange(rows, start, start + wanted.length);
            }
        }
        return Optional.ofNullable(best);
    }
}
