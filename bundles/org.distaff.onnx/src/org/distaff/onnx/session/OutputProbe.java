package org.distaff.onnx.session;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.distaff.core.failure.Problem;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.file.OnnxValue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** Finds the lengths of axes that a file leaves open by running it once. */
public final class OutputProbe {

    private OutputProbe() {
    }

    /**
     * A model's outputs with the lengths that one point of zeros gives them.
     *
     * @param summary what was read of the file
     * @param input   the model's only input, of float32, with no axis open but the first
     * @return the outputs of the file; unchanged when none of float32 is open
     * @throws Problem (failed) when the model cannot be run
     */
    public static List<OnnxValue> complete(Path file, OnnxSummary summary, OnnxValue input) {
        Set<String> open = new LinkedHashSet<>();
        summary.outputs().stream().filter(o -> o.type().equals("float") && o.open()).forEach(o -> open.add(o.name()));
        if (open.isEmpty()) {
            return summary.outputs();
        }
        long[] shape = new long[input.rank()];
        Arrays.setAll(shape, axis -> axis == 0 ? Math.max(1, input.length(0)) : input.length(axis));
        int values = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        try {
            OrtEnvironment environment = OnnxRuntime.environment();
            try (OrtSession.SessionOptions options = OnnxRuntime.options(1);
                    OrtSession session = environment.createSession(file.toString(), options);
                    OnnxTensor zeros = OnnxTensor.createTensor(environment, FloatBuffer.allocate(values), shape);
                    OrtSession.Result result = session.run(Map.of(input.name(), zeros), open)) {
                List<OnnxValue> complete = new ArrayList<>();
                for (OnnxValue output : summary.outputs()) {
                    complete.add(open.contains(output.name())
                            ? measured(output, (OnnxTensor) result.get(output.name()).orElseThrow()) : output);
                }
                return complete;
            }
        } catch (OrtException e) {
            throw Problem.failed(file + " cannot be run on one point of zeros: " + OnnxRuntime.reason(e) + ".", e);
        }
    }

    private static OnnxValue measured(OnnxValue output, OnnxTensor found) {
        List<String> axes = new ArrayList<>();
        for (long length : found.getInfo().getShape()) {
            axes.add(Long.toString(length));
        }
        if (!axes.isEmpty()) {
            axes.set(0, output.rank() > 0 ? output.shape().get(0) : "?"); // one point says nothing of the batch
        }
        return new OnnxValue(output.name(), output.type(), axes);
    }
}
