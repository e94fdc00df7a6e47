package org.distaff.onnx.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.distaff.core.failure.Problem;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.file.OnnxValue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * One opened model with one input of interest, run batch by batch. Safe to run from several threads: each call takes a
 * buffer of its own from a pool, which grows to one buffer of a batch per thread.
 */
final class Session implements AutoCloseable {

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final long[] shape;
    private final int batch;
    private final boolean fixed;
    private final Queue<FloatBuffer> idle = new ConcurrentLinkedQueue<>();

    private Session(Path file, OrtEnvironment environment, OrtSession session, OnnxValue input, long[] shape, int batch) {
        this.file = file;
        this.environment = environment;
        this.session = session;
        this.input = input.name();
        this.shape = shape;
        this.fixed = input.length(0) > 0;
        this.batch = fixed ? input.length(0) : batch;
    }

    /**
     * Opens a file after checking it.
     *
     * @param inputName the input to feed
     * @param lengths   lengths of the axes of one point at the input
     * @param outputs   the outputs that will be read; all must exist
     */
    static Session open(Path file, String inputName, int[] lengths, Iterable<String> outputs, Execution execution) {
        OnnxSummary summary = OnnxFile.read(file);
        OnnxValue input = summary.input(inputName).orElseThrow(() -> Problem.input(file + " has no input '" + inputName
                + "'; its inputs are " + summary.inputs() + ". Correct the model.json beside it."));
        requireFloat(input, file);
        for (String name : outputs) {
            requireFloat(summary.output(name).orElseThrow(() -> Problem.input(file + " has no output '" + name
                    + "'; its outputs are " + summary.outputs() + ". Correct the model.json beside it.")), file);
        }
        long[] shape = Axes.settle(file, input, lengths);
        Devices.Choice device = Devices.choose(execution.device());
        try {
            OrtEnvironment environment = OnnxRuntime.environment();
            try (OrtSession.SessionOptions options = OnnxRuntime.options(execution.threads())) {
                if (device.cuda() >= 0) {
                    options.addCUDA(device.cuda());
                }
                OrtSession session = environment.createSession(file.toString(), options);
                return new Session(file, environment, session, input, shape, execution.batch());
            }
        } catch (OrtException e) {
            throw Problem.input(file + " is refused by ONNX Runtime: " + OnnxRuntime.reason(e) + ".", e);
        }
    }

    private static void requireFloat(OnnxValue value, Path file) {
        if (!value.type().equals("float")) {
            throw Problem.input(file + ": '" + value + "' is not float32; export the model with float32 inputs and outputs.");
        }
    }

    /** Points per call at most: what the file fixes, else what was asked for. */
    int batch() {
        return batch;
    }

    /** Points that a call for so many points is made with; the rest is padding. */
    int padded(int points) {
        return fixed ? batch : points;
    }

    /** A direct buffer for a batch of points, with anything in it; give it back with {@link #release}. */
    FloatBuffer buffer(int points) {
        FloatBuffer buffer = idle.poll();
        int values = Math.toIntExact(points * values());
        if (buffer == null || buffer.capacity() < values) {
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES)).order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        return buffer.clear();
    }

    void release(FloatBuffer buffer) {
        idle.add(buffer);
    }

    private long values() {
        long values = 1;
        for (int axis = 1; axis < shape.length; axis++) {
            values *= shape[axis];
        }
        return values;
    }

    /**
     * Runs one batch.
     *
     * @param data  the input's values from position to limit, {@code count} points; direct buffers are not copied
     * @param count number of points, padding included
     * @param into  what to read, one array per output
     * @param used  how many points of the batch to read back
     * @param at    offset in points at which the arrays receive them
     */
    void run(FloatBuffer data, int count, Map<String, Destination> into, int used, int at) {
        long[] batchShape = shape.clone();
        batchShape[0] = count;
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, data, batchShape);
                OrtSession.Result result = session.run(Map.of(input, tensor), into.keySet())) {
            for (Map.Entry<String, Destination> entry : into.entrySet()) {
                OnnxTensor output = (OnnxTensor) result.get(entry.getKey()).orElseThrow();
                FloatBuffer values = output.getFloatBuffer();
                int each = entry.getValue().each();
                if (values.remaining() != (long) each * count) {
                    throw Problem.input(file + ": the output '" + entry.getKey() + "' has " + values.remaining()
                            + " values for " + count + " points, but the model card says " + each
                            + " a point; correct the model.json beside it.");
                }
                values.get(entry.getValue().values(), at * each, used * each);
            }
        } catch (OrtException e) {
            throw Problem.failed(file + " cannot be run on " + count + " points: " + OnnxRuntime.reason(e) + ".", e);
        }
    }

    /**
     * Where an output goes.
     *
     * @param values receives the values
     * @param each   number of values of one point
     */
    record Destination(float[] values, int each) {
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw Problem.failed(file + " could not be closed: " + OnnxRuntime.reason(e) + ".", e);
        }
    }
}
