package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.distaff.cli.input.InputFile;
import org.distaff.cli.output.AtomicFile;
import org.distaff.cli.output.TraversalOutput;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.session.Encoder;
import org.distaff.study.evaluate.BatchEncoder;
import org.distaff.study.traverse.Traversal;
import org.distaff.study.traverse.Traverser;

/** {@code distaff traverse}: a walk along every latent, as a picture. */
public final class TraverseCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("traverse", "Traverse latents")
                .summary("Walks along every latent of a decoder and writes the images as .gif, .png or .svg")
                .help("""
                        Give either the folder of a finished cell or a decoder. With an encoder and a data set, \
                        latents are ordered by their mean KL divergence from the prior, the most informative first, \
                        and --start chooses an observation to start from.""")
                .parameter(Parameter.path("cell", null)
                        .meaning("folder of a finished cell, or with encoder.onnx and decoder.onnx"))
                .parameter(EngineOptions.DECODER)
                .parameter(EngineOptions.ENCODER)
                .parameter(Parameter.text("dataset", null).meaning("id of the data set to start from and to order by"))
                .parameter(Parameter.path("out", null)
                        .meaning("picture to write, ending with .gif, .png or .svg").mandatory())
                .parameter(Parameter.real("range", 2.5).range(0.01, 100)
                        .meaning("latents walk from minus to plus this, in standard deviations of the prior"))
                .parameter(Parameter.integer("steps", 11).range(2, 200).meaning("images along a latent"))
                .parameter(Parameter.integer("start", 0).range(0, 1_000_000)
                        .meaning("code to start from: 0 is the prior mean, others are observations of the data set"))
                .parameter(MetricOptions.SEED)
                .parameter(MetricOptions.PARAMETERS)
                .parameter(EngineOptions.DEVICE);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Parameters options = invocation.parameters();
        Path out = AtomicFile.require(InputFile.path(options.text("out"), "--out"));
        TraversalOutput.Format format = TraversalOutput.Format.of(out);
        Optional<String> cell = options.optional("cell");
        if (cell.isPresent() == options.optional("decoder").isPresent()) {
            throw Problem.input("distaff traverse needs either --cell or --decoder.");
        }
        Traversal traversal = cell.isPresent() ? ofCell(folder(cell.get()), invocation) : ofFiles(invocation);
        TraversalOutput.write(out, format, traversal);
        String order = traversal.order().stream()
                .map(d -> String.format(Locale.ROOT, "z%d (%.2f)", d, traversal.kl()[d]))
                .collect(Collectors.joining(", "));
        invocation.out().println(out + ": " + traversal.order().size() + " latents of " + traversal.steps().length
                + " images; latents by KL in nats: " + order);
        return ExitCode.OK;
    }

    private static Path folder(String path) {
        Path folder = InputFile.path(path, "--cell");
        if (!Files.isDirectory(folder)) {
            throw Problem.input("--cell: there is no folder " + folder
                    + "; cells are in the store, cells/<ab>/<cell id>.");
        }
        return folder;
    }

    private static Traversal ofCell(Path folder, Invocation invocation) {
        for (String option : List.of("encoder", "dataset")) {
            if (invocation.parameters().optional(option).isPresent()) {
                throw Problem.input("--" + option + " goes with --decoder; a cell brings its own.");
            }
        }
        try (Traverser traverser = Traverser.open(folder, invocation.contributions())) {
            return walk(traverser, traverser.starts(), invocation.parameters());
        }
    }

    private static Traversal ofFiles(Invocation invocation) {
        Parameters options = invocation.parameters();
        Path decoder = InputFile.existing(options.text("decoder"), "--decoder");
        Path encoder = options.optional("encoder").map(e -> InputFile.existing(e, "--encoder")).orElse(null);
        Optional<String> dataset = options.optional("dataset");
        if (dataset.isPresent() && encoder == null) {
            throw Problem.input("--dataset needs --encoder, which tells the data set's codes.");
        }
        TrainedModel model = ModelCards.find(encoder, decoder);
        try (Traverser traverser = Traverser.open(model)) {
            if (dataset.isEmpty()) {
                return walk(traverser, traverser.starts(), options);
            }
            try (Encoder onnx = EngineOptions.encoder(model, options)) {
                DatasetCodes codes = DatasetCodes.of(dataset.get(), BatchEncoder.of(onnx), invocation);
                return codes.order(walk(traverser, codes.starts(), options));
            }
        }
    }

    private static Traversal walk(Traverser traverser, float[][] starts, Parameters options) {
        int start = options.integer("start");
        if (start >= starts.length) {
            throw Problem.input("--start must be below " + starts.length + " here, not " + start + ".");
        }
        return traverser.traverse(starts[start], options.real("range"), options.integer("steps"));
    }
}
