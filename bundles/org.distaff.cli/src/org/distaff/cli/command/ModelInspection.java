package org.distaff.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.distaff.cli.output.TextTable;

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
        throw new IllegalStateException("stub");
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
