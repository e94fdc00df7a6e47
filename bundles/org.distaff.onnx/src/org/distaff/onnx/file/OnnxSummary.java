package org.distaff.onnx.file;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an ONNX file says, read without running it.
 *
 * @param irVersion  version of the file format
 * @param opsets     operator set versions by domain; the standard domain is "ai.onnx"
 * @param producer   who wrote it, with version
 * @param inputs     inputs that must be fed (constants are left out)
 * @param outputs    outputs
 * @param parameters number of constant values (weights)
 * @param bytes      size of the file
 * @param operators  how often each operator occurs
 * @param last       operator that makes each output's values, by output name; operators that only move values (Identity,
 *                   Reshape and the like) are looked through
 * @param metadata   metadata entries
 * @param problems   sentences about what will not work, or not well
 */
public record OnnxSummary(long irVersion, Map<String, Long> opsets, String producer, List<OnnxValue> inputs,
        List<OnnxValue> outputs, long parameters, long bytes, Map<String, Integer> operators, Map<String, String> last,
        Map<String, String> metadata, List<String> problems) {

    public OnnxSummary {
        opsets = Collections.unmodifiableMap(opsets);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Collections.unmodifiableMap(operators);
        last = Collections.unmodifiableMap(last);
        metadata = Collections.unmodifiableMap(metadata);
        problems = List.copyOf(problems);
    }

    /** The input of that name, if there is one. */
    public Optional<OnnxValue> input(String name) {
        return inputs.stream().filter(value -> value.name().equals(name)).findFirst();
    }

    /** The output of that name, if there is one. */
    public Optional<OnnxValue> output(String name) {
        return outputs.stream().filter(value -> value.name().equals(name)).findFirst();
    }
}
