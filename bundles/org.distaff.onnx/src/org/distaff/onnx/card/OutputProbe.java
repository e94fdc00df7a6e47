package org.distaff.onnx.card;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.distaff.core.failure.Problem;
import org.distaff.onnx.file.OnnxValue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** Finds the lengths of axes that a file leaves open by running it once. */
final class OutputProbe {

    private OutputProbe() {
    }

    /** The output with the lengths that one zero code gives it; unchanged when none is open or it is no image. */
    static OnnxValue complete(Path decoder, OnnxValue latent, OnnxValue output) {
        boolean open = false;
        for (int axis = 1; axis < output.rank(); axis++) {
            open |= output.length(axis) < 0;
        }
        if (!open || output.rank() != 4) {
            return output;
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {Math.max(1, latent.length(0)), latent.length(1)};
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(decoder.toString(), options);
                OnnxTensor code = OnnxTensor.createTensor(environment,
                        FloatBuffer.allocate(Math.toIntExact(shape[0] * shape[1])), shape);
                OrtSession.Result result = session.run(Map.of(latent.name(), code), Set.of(output.name()))) {
            long[] lengths = ((OnnxTensor) result.get(0)).getInfo().getShape();
            List<String> axes = new ArrayList<>(List.of(output.shape().get(0)));
            for (int axis = 1; axis < lengths.length; axis++) {
                axes.add(Long.toString(lengths[axis]));
            }
            return new OnnxValue(output.name(), output.type(), axes);
        } catch (OrtException e) {
            throw Problem.input(decoder + " cannot be run on a zero code: " + e.getMessage().lines().findFirst().orElse("")
                    + ".", e);
        }
    }
}
