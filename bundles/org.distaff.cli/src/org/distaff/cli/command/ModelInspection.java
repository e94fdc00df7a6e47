package org.distaff.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.distaff.cli.output.TextTable;
import org.distaff.core.failure.Problem;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.file.OnnxValue;

/**
 * What is known of an ONNX file, for people.
 *
 * @param opset      version of the operator set
 * @param producer   what wrote the file; may be empty
 * @param parameters number of weights
 * @param bytes      size of the file
 * @param inputs     what it takes
 * @param outputs    what it gives
 * @param problems   sentences about what is wrong with it
 */
record ModelInspection(long opset, String producer, long parameters, long bytes, List<Port> inputs, List<Port> outputs,
        List<String> problems) {

    /**
     * An input or output.
     *
     * @param type  type of its elements ("float")
     * @param shape "[N, 1, 64, 64]"
     */
    record Port(String name, String type, String shape) {
    }

    static ModelInspection of(Path file) {
        OnnxSummary summary = OnnxFile.read(file);
        List<String> problems = new ArrayList<>(summary.problems());
        role(file).ifPresent(problems::add);
        return new ModelInspection(summary.opsets().getOrDefault("ai.onnx", 0L), summary.producer(),
                summary.parameters(), summary.bytes(), summary.inputs().stream().map(ModelInspection::port).toList(),
                summary.outputs().stream().map(ModelInspection::port).toList(), problems);
    }

    private static Port port(OnnxValue value) {
        return new Port(value.name(), value.type(), "[" + String.join(", ", value.shape()) + "]");
    }

    /** Why the file can be used neither as an encoder nor as a decoder; nothing when it can. */
    private static Optional<String> role(Path file) {
        try {
            ModelCards.find(file, null);
            return Optional.empty();
        } catch (Problem noEncoder) {
            try {
                ModelCards.find(null, file);
                return Optional.empty();
            } catch (Problem noDecoder) {
                return Optional.of("Neither an encoder nor a decoder: " + noEncoder.getMessage());
            }
        }
    }

    /** All of it, one fact per line. */
    String text(Path file) {
        TextTable ports = new TextTable("", "name", "type", "shape");
        inputs.forEach(p -> ports.row("input", p.name(), p.type(), p.shape()));
        outputs.forEach(p -> ports.row("output", p.name(), p.type(), p.shape()));
        StringBuilder text = new StringBuilder();
        text.append(file).append(": ").append(String.format(Locale.ROOT, "%,d bytes, opset %d, %,d parameters", bytes,
                opset, parameters));
        text.append(producer.isEmpty() ? "" : ", written by " + producer).append("\n\n").append(ports);
        text.append(problems.isEmpty() ? "\nNo problems.\n" : "\nProblems:\n");
        problems.forEach(problem -> text.append("  ").append(problem).append('\n'));
        return text.toString();
    }
}
