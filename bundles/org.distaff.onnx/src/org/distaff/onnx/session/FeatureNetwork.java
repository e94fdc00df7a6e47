package org.distaff.onnx.session;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Features;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.file.OnnxValue;

/**
 * A network that the user names, as features of observations of another size: observations are resized bilinearly,
 * grey ones repeated three times where it takes colours, and scaled to its range.
 */
public final class FeatureNetwork implements Features {

    /** Feature vectors beyond this are maps that nobody has pooled. */
    private static final int MAXIMUM_FEATURES = 1 << 13;
    /** Images per call; those of such networks are large. */
    private static final int BATCH = 16;

    private final Session session;
    private final Resizing resizing;
    private final int networkChannels;
    private final String output;
    private final int count;
    private final float low;
    private final float scale;

    private FeatureNetwork(Session session, Resizing resizing, int networkChannels, String output, int count,
            double low, double high) {
        this.session = session;
        this.resizing = resizing;
        this.networkChannels = networkChannels;
        this.output = output;
        this.count = count;
        this.low = (float) low;
        this.scale = (float) (high - low);
    }

    /**
     * Opens a network of features.
     *
     * @param shape the observations it will get
     * @param low   what it takes for black
     * @param high  what it takes for white
     * @throws Problem (input) when it has not one image input of fixed size, or not one vector of features per image
     */
    public static FeatureNetwork open(Path file, ObservationShape shape, double low, double high, Execution execution) {
        OnnxSummary summary = OnnxFile.read(file);
        OnnxValue input = summary.inputs().size() == 1 ? summary.inputs().get(0) : null;
        if (input == null || input.rank() != 4 || input.open() || input.length(1) != 1 && input.length(1) != 3) {
            throw Problem.input(file + " has the inputs " + summary.inputs() + "; a network of features has one of "
                    + "fixed size, [batch, 1 or 3, height, width].");
        }
        if (input.length(1) == 1 && shape.channels() != 1) {
            throw Problem.input(file + " takes grey images, and the observations have " + shape.channels()
                    + " channels; name a network that takes colours.");
        }
        if (shape.channels() != 1 && shape.channels() != 3) {
            throw Problem.input("The observations have " + shape.channels() + " channels, and " + file + " takes "
                    + input.length(1) + "; only grey and colour images can be compared with it.");
        }
        int[] lengths = {input.length(1), input.length(2), input.length(3)};
        OnnxValue features = OutputProbe.complete(file, summary, input).get(0);
        int count = count(file, features);
        Session session = Session.open(file, input.name(), lengths, java.util.List.of(features.name()),
                new Execution(execution.device(), execution.threads(), BATCH));
        Resizing resizing = new Resizing(shape, lengths[1], lengths[2]);
        return new FeatureNetwork(session, resizing, lengths[0], features.name(), count, low, high);
    }

    private static int count(Path file, OnnxValue features) {
        long count = 1;
        for (int axis = 1; axis < features.rank(); axis++) {
            count *= features.length(axis);
        }
        if (features.rank() < 2 || count < 1 || count > MAXIMUM_FEATURES) {
            throw Problem.input(file + ": the first output '" + features + "' is no vector of 1 to " + MAXIMUM_FEATURES
                    + " features per image; export the network up to its pooled features.");
        }
        return (int) count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public float[] of(FloatBuffer observations, int n) {
        float[] features = new float[n * count];
        for (int done = 0; done < n; done += session.batch()) {
            int used = Math.min(session.batch(), n - done);
            int size = session.padded(used);
            FloatBuffer batch = session.buffer(size);
            fill(batch, observations, done, used, size);
            session.run(batch, size, Map.of(output, new Session.Destination(features, count)), used, done);
            session.release(batch);
        }
        return features;
    }

    /** Resizes some observations into a batch; what is left of it is black. */
    private void fill(FloatBuffer batch, FloatBuffer observations, int from, int used, int size) {
        int channels = resizing.from().channels();
        int pixels = resizing.height() * resizing.width();
        float[] plane = new float[pixels];
        for (int i = 0; i < used; i++) {
            for (int c = 0; c < networkChannels; c++) {
                if (c < channels) {
                    resizing.plane(observations, (from + i) * channels + c, plane);
                    for (int p = 0; p < pixels; p++) {
                        plane[p] = low + scale * plane[p];
                    }
                }
                batch.put(plane);
            }
        }
        Arrays.fill(plane, low);
        while (batch.position() < size * networkChannels * pixels) {
            batch.put(plane);
        }
        batch.flip();
    }

    @Override
    public void close() {
        session.close();
    }
}
