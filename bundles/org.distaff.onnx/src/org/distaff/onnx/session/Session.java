package org.distaff.onnx.session;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.distaff.core.failure.Problem;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.file.OnnxValue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** One opened model with one input of interest, run batch by batch. Safe to run from several threads. */
final class Session implements AutoCloseable {

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final OnnxSummary summary;
    private final int fixedBatch;
    private final String input;
    private final long[] shape;

    private Session(Path file, OrtEnvironment environment, OrtSession session, OnnxSummary summary, OnnxValue value,
            int values) {
        this.file = file;
        this.environment = environment;
        this.session = session;
        this.summary = summary;
        this.input = value.name();
        this.fixedBatch = value.length(0);
        this.shape = new long[value.rank()];
        for (int axis = 1; axis < shape.length; axis++) {
            shape[axis] = value.length(axis) > 0 ? value.length(axis) : values; // an unnamed flat axis takes them all
        }
    }

    /**
     * Opens a file after checking it.
     *
     * @param inputName   the input to feed
     * @param outputNames the outputs that will be read; all must exist
     * @param values      number of values of one point at the input
     */
    static Session open(Path file, String inputName, Set<String> outputNames, int values, Execution execution) {
        OnnxSummary summary = OnnxFile.read(file);
        OnnxValue value = summary.inputs().stream().filter(v -> v.name().equals(inputName)).findFirst()
                .orElseThrow(() -> Problem.input(file + " has no input '" + inputName + "'; its inputs are "
                        + summary.inputs() + ". Correct the model.json beside it."));
        for (String output : outputNames) {
            if (summary.outputs().stream().noneMatch(v -> v.name().equals(output))) {
                throw Problem.input(file + " has no output '" + output + "'; its outputs are " + summary.outputs()
                        + ". Correct the model.json beside it.");
            }
        }
        Devices.Choice device = Devices.choose(execution.device());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(execution.threads());
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            if (device.cuda() >= 0) {
                options.addCUDA(device.cuda());
            }
            OrtSession session = environment.createSession(file.toString(), options);
            return new Session(file, environment, session, summary, value, values);
        } catch (OrtException e) {
            throw Problem.input(file + " is refused by ONNX Runtime: " + firstLine(e) + ".", e);
        }
    }

    /** Number of axes of an output. */
    OnnxValue output(String name) {
        return summary.outputs().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    /** Points per call: what the file fixes, else what was asked for. */
    int batch(int wanted) {
        return fixedBatch > 0 ? fixedBatch : wanted;
    }

    /**
     * Runs one batch.
     *
     * @param data  the input's values from position to limit, a whole number of points; direct buffers are not copied
     * @param count number of points, padding included
     * @param into  output name → array that receives {@code used × values} of it
     * @param used  how many points of the batch to read back
     * @param at    offset in points at which the arrays receive them
     */
    void run(FloatBuffer data, int count, Map<String, float[]> into, int used, int at) {
        long[] batchShape = shape.clone();
        batchShape[0] = count;
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, data, batchShape);
                OrtSession.Result result = session.run(Map.of(input, tensor), into.keySet())) {
            for (Map.Entry<String, float[]> entry : into.entrySet()) {
                OnnxTensor output = (OnnxTensor) result.get(entry.getKey()).orElseThrow();
                FloatBuffer values = output.getFloatBuffer();
                int each = values.remaining() / count;
                if (each * count != values.remaining() || (at + used) * each > entry.getValue().length) {
                    throw Problem.input(file + ": output '" + entry.getKey() + "' has " + values.remaining()
                            + " values for " + count + " points, which does not fit the model card.");
                }
                values.get(entry.getValue(), at * each, used * each);
            }
        } catch (OrtException e) {
            throw Problem.failed(file + " cannot be run on " + count + " points: " + firstLine(e) + ".", e);
        }
    }

    private static String firstLine(OrtException e) {
        return e.getMessage().lines().findFirst().orElse("no reason given").strip();
    }

    static Map<String, float[]> outputs(String first, float[] firstValues, String second, float[] secondValues) {
        Map<String, float[]> outputs = new HashMap<>();
        outputs.put(first, firstValues);
        if (second != null && secondValues != null) {
            outputs.put(second, secondValues);
        }
        return outputs;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw Problem.failed(file + " could not be closed: " + firstLine(e) + ".", e);
        }
    }
}
