package org.distaff.cli.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.distaff.cli.input.InputFile;
import org.distaff.cli.output.AtomicFile;
import org.distaff.core.array.NpyHeader;
import org.distaff.core.array.NpzWriter;
import org.distaff.core.command.Invocation;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;

/** {@code distaff dataset export}: observations and factors as a NumPy archive, a batch in memory at a time. */
public final class ExportAction implements DatasetAction {

    private static final int BATCH = 256;

    @Override
    public String word() {
        return "export";
    }

    @Override
    public String help() {
        return "writes a compressed .npz archive: images [N, H, W, C] uint8 (0 to 255), or observations [N, values] "
                + "float32 if the data set has no images; factors [N, K] int32; factor_sizes [K]. 'distaff evaluate "
                + "--dataset' reads it. Observations of several parts become an array each, named after the part, images "
                + "[N, H, W, C] and others [N, C, H, W]; the words that tokens stand for are lines of NAME-words.txt.";
    }

    @Override
    public List<Parameter> options() {
        return List.of(Options.OUT, Options.POINTS, Options.SEED, Options.PARAMETERS);
    }

    @Override
    public void run(DatasetProvider provider, Invocation invocation) throws IOException {
        Path out = AtomicFile.require(InputFile.path(invocation.parameters().optional("out")
                .orElseThrow(() -> Problem.input("distaff dataset export needs '--out', the .npz file to write.")),
                "--out"));
        Dataset dataset = provider.open(Options.assigned(provider, invocation));
        long seed = (long) invocation.parameters().values().get("seed");
        int[] rows = rows(dataset, invocation.parameters().integer("points"), seed, provider.describe().id());
        int count = rows.length / dataset.factors().count();
        AtomicFile.write(out, file -> write(file, dataset, rows, seed, invocation.progress()));
        invocation.out().println(String.format(Locale.ROOT, "%s: %,d observations of %s, %d factors", out, count,
                dataset.observation(), dataset.factors().count()));
    }

    private static int[] rows(Dataset dataset, int points, long seed, String id) {
        FactorSpace space = dataset.factors();
        if (points > 0) {
            return Dataset.sample(dataset, points, RandomStreams.derive(seed, "export/rows"));
        }
        if (dataset.rows().isPresent()) {
            return dataset.rows().get();
        }
        if (space.combinations() > Options.MOST_POINTS) {
            throw Problem.input("Data set '" + id + "' has " + space.combinations() + " combinations; draw some of them "
                    + "with --points.");
        }
        int k = space.count();
        int[] rows = new int[(int) space.combinations() * k];
        for (int n = 0; n < rows.length / k; n++) {
            System.arraycopy(space.row(n), 0, rows, n * k, k);
        }
        return rows;
    }

    private static void write(OutputStream file, Dataset dataset, int[] rows, long seed, Progress progress)
            throws IOException {
        FactorSpace space = dataset.factors();
        NpzWriter archive = new NpzWriter(file); // the file is closed by whoever opened it
        List<ObservationPart> parts = ObservationPart.of(dataset);
        int from = 0;
        for (ObservationPart part : parts) {
            String whole = part.kind() == ObservationKind.IMAGE ? "images" : "observations";
            String name = parts.size() > 1 ? part.name() : whole;
            int first = from;
            int to = from + part.shape().values();
            double all = dataset.observation().values();
            archive.member(name + ".npy", out -> {
                out.write(header(part, rows.length / space.count(), parts.size() > 1).bytes());
                observations(out, dataset, rows, part, first, seed, progress.part(first / all, to / all));
            });
            if (!part.words().isEmpty()) {
                archive.member(name + "-words.txt", out -> out.write(
                        String.join("\n", part.words()).concat("\n").getBytes(StandardCharsets.UTF_8)));
            }
            from = to;
        }
        archive.add("factors", rows, rows.length / space.count(), space.count());
        archive.add("factor_sizes", space.factors().stream().mapToInt(f -> f.size()).toArray(), space.count());
        archive.finish();
    }

    private static NpyHeader header(ObservationPart part, int count, boolean shaped) {
        ObservationShape shape = part.shape();
        if (part.kind() == ObservationKind.IMAGE) {
            return NpyHeader.of("|u1", count, shape.height(), shape.width(), shape.channels());
        }
        return shaped ? NpyHeader.of("<f4", count, shape.channels(), shape.height(), shape.width())
                : NpyHeader.of("<f4", count, shape.values());
    }

    /**
     * One part of every observation; each part observes anew, with the same random numbers.
     *
     * @param from where the part begins in an observation
     */
    private static void observations(OutputStream out, Dataset dataset, int[] rows, ObservationPart part, int from,
            long seed, Progress progress) throws IOException {
        int k = dataset.factors().count();
        int count = rows.length / k;
        int length = dataset.observation().values();
        RandomGenerator nuisance = RandomStreams.derive(seed, "export/nuisance");
        FloatBuffer target = FloatBuffer.allocate(BATCH * length);
        for (int first = 0; first < count; first += BATCH) {
            progress.check();
            progress.report((double) first / count, String.format(Locale.ROOT, "observation %,d of %,d", first, count));
            int last = Math.min(count, first + BATCH);
            dataset.observe(Arrays.copyOfRange(rows, first * k, last * k), nuisance, target.clear());
            for (int n = 0; n < last - first; n++) {
                FloatBuffer values = target.slice(n * length + from, part.shape().values());
                out.write(part.kind() == ObservationKind.IMAGE ? bytes(values, part.shape()) : floats(values));
            }
        }
    }

    /** CHW values in [0, 1] as HWC bytes. */
    private static byte[] bytes(FloatBuffer values, ObservationShape shape) {
        byte[] bytes = new byte[values.remaining()];
        int plane = shape.height() * shape.width();
        for (int c = 0; c < shape.channels(); c++) {
            for (int i = 0; i < plane; i++) {
                bytes[i * shape.channels() + c] = (byte) Math.round(255 * values.get());
            }
        }
        return bytes;
    }

    private static byte[] floats(FloatBuffer values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
