package org.distaff.cli.dataset;

import java.io.IOException;
import java.nio.file.Path;
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
import org.distaff.plot.BitmapPen;
import org.distaff.plot.Figure;
import org.distaff.plot.Theme;
import org.distaff.plot.image.Bitmap;
import org.distaff.plot.image.Png;
import org.distaff.study.browse.DatasetSheet;

/** {@code distaff dataset sample}: a sheet of observations as a PNG file. */
public final class SampleAction implements DatasetAction {

    private static final int USUAL = 64;
    private static final int MOST = 4096;

    @Override
    public String word() {
        return "sample";
    }

    @Override
    public String help() {
        return "draws a sheet of observations as a PNG file: --points of them at random (at most 4,096), or with --across and --down one "
                + "for each value of two factors (at most 16), the others at their middle value.";
    }

    @Override
    public List<Parameter> options() {
        return List.of(Options.OUT, Options.POINTS,
                Parameter.text("across", null).meaning("factor that changes from left to right (sample)"),
                Parameter.text("down", null).meaning("factor that changes from top to bottom (sample)"),
                Options.SEED, Options.PARAMETERS);
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
        Optional<Integer> across = options.optional("across").map(f -> factor(dataset.factors(), f));
        Optional<Integer> down = options.optional("down").map(f -> factor(dataset.factors(), f));
        if (across.isPresent() != down.isPresent() || across.isPresent() && across.equals(down)) {
            throw Problem.input("--across and --down belong together and name two different factors.");
        }
        String title = provider.describe().name();
        Figure sheet = across.isEmpty() ? DatasetSheet.random(dataset, points(options), title, random)
                : DatasetSheet.grid(dataset, down.get(), across.get(), DatasetSheet.middle(dataset.factors()), title,
                        random);
        Bitmap picture = BitmapPen.draw(sheet, Theme.LIGHT, 1);
        AtomicFile.write(out, file -> file.write(Png.encode(picture)));
        invocation.out().println(out + ": " + picture.width() + "×" + picture.height() + " pixels");
    }

    private static int points(Parameters options) {
        int points = options.integer("points");
        if (points > MOST) {
            throw Problem.input("--points: a sheet of " + points + " observations is too large; draw at most " + MOST
                    + ".");
        }
        return points == 0 ? USUAL : points;
    }

    private static int factor(FactorSpace space, String name) {
        List<String> names = space.factors().stream().map(Factor::name).toList();
        if (!names.contains(name)) {
            throw Problem.input("The data set has no factor '" + name + "', only " + String.join(", ", names) + "."
                    + Nearest.suggestion(name, names));
        }
        return names.indexOf(name);
    }
}
