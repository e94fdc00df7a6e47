package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.distaff.cli.input.ImageArray;
import org.distaff.cli.input.InputFile;
import org.distaff.cli.output.AtomicFile;
import org.distaff.core.array.Npy;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.random.RandomStreams;
import org.distaff.onnx.session.Encoder;
import org.distaff.study.evaluate.Assignments;
import org.distaff.study.evaluate.BatchEncoder;
import org.distaff.study.evaluate.ChunkedEncoder;

/** {@code distaff encode}: the codes of images, as a NumPy file. */
public final class EncodeCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("encode", "Encode images")
                .summary("Writes the codes of images as float32 [N, latents]")
                .help("""
                        Images are a .npy file, a .npz archive with 'images', or the id of an installed data set. Of \
                        a data set all combinations of its factors are encoded, the last factor fastest, or with \
                        --points that many drawn at random; --factors keeps the factor values beside the codes.""")
                .parameter(EngineOptions.ENCODER.mandatory())
                .parameter(Parameter.path("images", null).meaning("what to encode").mandatory())
                .parameter(Parameter.path("out", null).meaning("codes as .npy file, posterior means").mandatory())
                .parameter(Parameter.path("logVariance", null)
                        .meaning("write ln σ² of the posterior to this .npy file"))
                .parameter(Parameter.path("factors", null)
                        .meaning("write the factor values of a data set's points to this .npy file"))
                .parameter(Parameter.integer("points", 0).range(0, 10_000_000)
                        .meaning("points drawn from a data set; 0 for all combinations"))
                .parameter(MetricOptions.SEED)
                .parameter(MetricOptions.PARAMETERS)
                .parameter(EngineOptions.DEVICE);
    }

    /** What is encoded: observations, and the factor rows they show if they come from a data set. */
    private record Images(int count, ChunkedEncoder.Observations observations, int[] factors, FactorSpace space) {
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Parameters options = invocation.parameters();
        Path out = AtomicFile.require(InputFile.path(options.text("out"), "--out"));
        Path logVariance = options.optional("logVariance")
                .map(p -> AtomicFile.require(InputFile.path(p, "--log-variance"))).orElse(null);
        Path factors = options.optional("factors").map(p -> AtomicFile.require(InputFile.path(p, "--factors")))
                .orElse(null);
        TrainedModel model = EngineOptions.model(options);
        try (Encoder onnx = EngineOptions.encoder(model, options)) {
            BatchEncoder encoder = BatchEncoder.of(onnx);
            Images images = images(encoder, invocation, factors);
            ChunkedEncoder.Posterior posterior = new ChunkedEncoder(encoder).encode(images.count(), logVariance != null,
                    images.observations(), invocation.progress());
            int latents = posterior.latents();
            AtomicFile.write(out, file -> Npy.write(file, posterior.mean(), images.count(), latents));
            if (logVariance != null) {
                AtomicFile.write(logVariance, f -> Npy.write(f, posterior.logVariance(), images.count(), latents));
            }
            if (factors != null) {
                AtomicFile.write(factors, f -> Npy.write(f, images.factors(), images.count(), images.space().count()));
            }
            invocation.out().println(out + ": codes of " + images.count() + " images, " + latents + " latents");
        }
        return ExitCode.OK;
    }

    private static Images images(BatchEncoder encoder, Invocation invocation, Path factors) {
        String given = invocation.parameters().text("images");
        if (!given.endsWith(".npy") && !given.endsWith(".npz") && !given.contains("/")) {
            return dataset(given, encoder, invocation);
        }
        if (factors != null || invocation.parameters().integer("points") > 0) {
            throw Problem.input("--factors and --points are for data sets; " + given + " is a file of images.");
        }
        Path file = InputFile.existing(given, "--images");
        ImageArray images = ImageArray.of(InputFile.array(file, "--images", "images", "imgs", "x"), file.toString(),
                encoder.observation());
        invocation.err().println(file + ": " + images.reading() + ".");
        return new Images(images.count(), images, null, null);
    }

    private static Images dataset(String id, BatchEncoder encoder, Invocation invocation) {
        Assignments assignments = Assignments.parse(invocation.parameters().list("parameters"));
        assignments.requireOnly(java.util.List.of(id));
        Map<String, String> values = assignments.of(id);
        Dataset dataset = DatasetChoice.open(id, values, encoder.observation(), invocation.contributions()).dataset();
        long seed = (long) invocation.parameters().values().get("seed");
        int points = invocation.parameters().integer("points");
        int[] rows = points > 0 ? Dataset.sample(dataset, points, RandomStreams.derive(seed, "encode/points"))
                : dataset.rows().orElseGet(() -> combinations(dataset.factors(), id));
        int k = dataset.factors().count();
        var nuisance = RandomStreams.derive(seed, "encode/nuisance");
        return new Images(rows.length / k, (from, to, target) -> dataset
                .observe(java.util.Arrays.copyOfRange(rows, from * k, to * k), nuisance, target), rows,
                dataset.factors());
    }

    private static int[] combinations(FactorSpace space, String id) {
        long count = space.combinations();
        if (count * space.count() > Integer.MAX_VALUE / 4) {
            throw Problem.input("Data set '" + id + "' has " + count
                    + " combinations, too many for one file; give --points.");
        }
        int[] rows = new int[(int) count * space.count()];
        for (int i = 0; i < count; i++) {
            System.arraycopy(space.row(i), 0, rows, i * space.count(), space.count());
        }
        return rows;
    }
}
