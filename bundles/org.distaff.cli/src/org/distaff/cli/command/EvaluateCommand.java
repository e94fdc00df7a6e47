package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.cli.input.InputFile;
import org.distaff.cli.input.LabelledImages;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Encoder;
import org.distaff.study.evaluate.BatchEncoder;
import org.distaff.study.evaluate.ChunkedEncoder;
import org.distaff.study.evaluate.EncoderSource;
import org.distaff.study.evaluate.OnnxAutoencoder;

/** {@code distaff evaluate}: metrics of an encoder on a data set, or on images with factors. */
public final class EvaluateCommand implements Command {

    private static final String SAMPLED = "sampled";
    /** Share of the progress that encoding an archive is given. */
    private static final double ENCODED = 0.3;

    @Override
    public Description describe() {
        return Description.of("evaluate", "Evaluate an encoder")
                .summary("Measures how well an encoder's latents separate a data set's factors of variation")
                .help("""
                        The data set is the id of an installed one (distaff list datasets) or a .npz archive with \
                        'images' ([N, C, H, W], [N, H, W, C] or [N, H, W]; integers 0 to 1 or 0 to 255, or floats 0 \
                        to 1), 'factors' ([N, factors], integers from 0 on) and, optionally, 'factor_sizes'. A data \
                        set that offers several resolutions is opened in the encoder's.

                        What is what in the ONNX files is read from model.json beside the encoder, or guessed from \
                        names, shapes and metadata.""")
                .parameter(EngineOptions.ENCODER.mandatory())
                .parameter(EngineOptions.DECODER)
                .parameter(Parameter.path("dataset", null).meaning("id of a data set, or a .npz archive").mandatory())
                .parameter(MetricOptions.METRICS)
                .parameter(Parameter.choice("representation", "mean", SAMPLED)
                        .meaning("codes are posterior means, or drawn from the posterior"))
                .parameter(MetricOptions.PARAMETERS)
                .parameter(MetricOptions.SEED)
                .parameter(EngineOptions.DEVICE)
                .parameter(MetricOptions.JSON);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        String dataset = invocation.parameters().text("dataset");
        MetricOptions metrics = MetricOptions.of(invocation, isArchive(dataset) ? List.of() : List.of(dataset));
        TrainedModel model = EngineOptions.model(invocation.parameters());
        try (Encoder encoder = EngineOptions.encoder(model, invocation.parameters());
                Decoder decoder = decoder(model, invocation)) {
            Subject subject = isArchive(dataset)
                    ? archive(InputFile.existing(dataset, "--dataset"), encoder, decoder, metrics, invocation)
                    : contributed(dataset, encoder, decoder, metrics, invocation);
            Map<String, Object> facts = provenance(model, metrics, invocation);
            facts.put("dataset", subject.facts());
            Progress measuring = invocation.progress().part(isArchive(dataset) ? ENCODED : 0, 1);
            metrics.measure(subject.points(), subject.warnings(), facts, invocation, measuring);
        }
        return ExitCode.OK;
    }

    private record Subject(Points points, Map<String, Object> facts, List<String> warnings) {
    }

    private static boolean isArchive(String dataset) {
        return dataset.endsWith(".npz") || dataset.contains("/");
    }

    private static boolean sampled(Invocation invocation) {
        return invocation.parameters().text("representation").equals(SAMPLED);
    }

    private static Subject contributed(String id, Encoder encoder, Decoder decoder, MetricOptions metrics,
            Invocation invocation) {
        Map<String, String> given = metrics.assignments().of(id);
        DatasetChoice choice = encoder.card().readsFactors()
                ? DatasetChoice.ofFactors(id, given, invocation.contributions())
                : DatasetChoice.open(id, given, encoder.card().observation(), invocation.contributions());
        EncoderSource source = new EncoderSource(choice.dataset(), encoder, sampled(invocation));
        Points points = new Points(source, metrics.seed())
                .with(new OnnxAutoencoder(encoder, decoder, OnnxAutoencoder.of(choice.dataset())));
        return new Subject(points, choice.facts(), List.of());
    }

    private static Subject archive(Path file, Encoder encoder, Decoder decoder, MetricOptions metrics,
            Invocation invocation) throws IOException {
        LabelledImages labelled = LabelledImages.read(file, "--dataset", encoder.card().observation());
        invocation.err().println(file + ": " + labelled.images().reading() + ".");
        boolean withLogVariance = sampled(invocation) || encoder.card().logVarianceOutput() != null;
        ChunkedEncoder.Posterior posterior = new ChunkedEncoder(BatchEncoder.of(encoder)).encode(
                labelled.images().count(), withLogVariance, labelled.images(), invocation.progress().part(0, ENCODED));
        Representation means = new Representation(labelled.factors().space(), encoder.card().latents(),
                posterior.means(), labelled.factors().train());
        Representation measured = !sampled(invocation) ? means : new Representation(means.space(), means.latents(),
                posterior.samples(RandomStreams.derive(metrics.seed(), "evaluate/posterior")), means.factors());
        CodeTable table = new CodeTable(measured,
                withLogVariance ? new Posterior(means, posterior.logVariances()) : null);
        Map<String, Object> facts = new LinkedHashMap<>(InputFile.facts(file));
        facts.put("images", labelled.images().reading());
        facts.put("points", labelled.images().count());
        facts.put("factorSizes", table.space().factors().stream().map(f -> f.size()).toList());
        Points points = new Points(table, null, metrics.seed())
                .with(new OnnxAutoencoder(encoder, decoder, labelled.images()::draw));
        return new Subject(points, facts, labelled.factors().warnings());
    }

    /** The decoder, if there is one; one that does not belong to the encoder is told before the long work. */
    private static Decoder decoder(TrainedModel model, Invocation invocation) {
        if (model.decoder() == null) {
            return null;
        }
        Decoder decoder = Decoder.open(model.decoder(), model.card(), EngineOptions.execution(invocation.parameters()));
        try {
            decoder.decode(new float[model.card().latents()], 1, new float[model.card().observation().values()]);
            return decoder;
        } catch (RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private static Map<String, Object> provenance(TrainedModel model, MetricOptions metrics, Invocation invocation)
            throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("command", "evaluate");
        facts.put("encoder", InputFile.facts(model.encoder()));
        facts.put("decoder", model.decoder() == null ? null : InputFile.facts(model.decoder()));
        facts.put("representation", invocation.parameters().text("representation"));
        facts.put("seed", metrics.seed());
        facts.put("device", EngineOptions.device(invocation.parameters()));
        return facts;
    }
}
