package org.distaff.cli.input;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.array.NpyArray;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.study.evaluate.ChunkedEncoder;

/**
 * Images of a NumPy array as observations: [N, C, H, W], [N, H, W, C], [N, H, W] or [N, C·H·W], whatever their value
 * range.
 */
public final class ImageArray implements ChunkedEncoder.Observations {

    private static final double BYTE = 255;

    private final double[] values;
    private final int count;
    private final ObservationShape shape;
    private final boolean channelsLast;
    private final double scale;
    private final String reading;

    private ImageArray(NpyArray array, ObservationShape shape, boolean channelsLast, double scale, String reading) {
        this.values = array.values();
        this.count = array.shape()[0];
        this.shape = shape;
        this.channelsLast = channelsLast;
        this.scale = scale;
        this.reading = reading;
    }

    /**
     * Recognises the axes and the value range.
     *
     * @param name   whose array it is, for messages
     * @param wanted the observations that the encoder takes
     * @throws Problem (input) that names both shapes, or the range that is expected
     */
    public static ImageArray of(NpyArray array, String name, ObservationShape wanted) {
        int[] axes = array.shape();
        int[] image = axes.length < 2 ? new int[0] : Arrays.copyOfRange(axes, 1, axes.length);
        int c = wanted.channels();
        int h = wanted.height();
        int w = wanted.width();
        boolean first = Arrays.equals(image, new int[] {c, h, w}) || c == 1 && Arrays.equals(image, new int[] {h, w})
                || Arrays.equals(image, new int[] {c * h * w});
        boolean last = !first && Arrays.equals(image, new int[] {h, w, c});
        if (!first && !last) {
            throw Problem.input(name + " has the shape " + array.shapeText() + ", but the encoder takes images of [N, "
                    + c + ", " + h + ", " + w + "] (or [N, " + h + ", " + w + ", " + c + "]); convert or scale them.");
        }
        if (axes[0] == 0) {
            throw Problem.input(name + " holds no images, its shape is " + array.shapeText() + ".");
        }
        double scale = scale(array, name);
        String range = scale == 1 ? "values 0 to 1, taken as they are" : "values 0 to 255, divided by 255";
        return new ImageArray(array, wanted, last, scale, axes[0] + " images, "
                + (image.length == 1 ? "flattened" : image.length == 2 ? "[N, H, W]" : last ? "[N, H, W, C]"
                        : "[N, C, H, W]") + ", " + range);
    }

    private static double scale(NpyArray array, String name) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < array.values().length; i++) {
            double value = array.values()[i];
            if (!Double.isFinite(value)) {
                throw Problem.input(name + " has " + value + " in image "
                        + i / (array.values().length / array.shape()[0])
                        + " (counted from 0); pixels must be finite numbers.");
            }
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
        }
        if (minimum >= 0 && maximum <= 1) {
            return 1;
        }
        if (array.integral() && minimum >= 0 && maximum <= BYTE) {
            return 1 / BYTE;
        }
        throw Problem.input(name + " has values from " + Plain.number(minimum) + " to " + Plain.number(maximum)
                + " as " + array.type() + "; images are integers 0 to 1 or 0 to 255, or floats 0 to 1.");
    }

    /** Number of images N. */
    public int count() {
        return count;
    }

    /** How axes and values were understood, for the user to check. */
    public String reading() {
        return reading;
    }

    /** Writes {@code count} images drawn uniformly, with replacement. */
    public void draw(int images, RandomGenerator random, FloatBuffer target) {
        for (int i = 0; i < images; i++) {
            int n = random.nextInt(count);
            write(n, n + 1, target);
        }
    }

    @Override
    public void write(int from, int to, FloatBuffer target) {
        int size = shape.values();
        int plane = shape.height() * shape.width();
        for (int n = from; n < to; n++) {
            int start = n * size;
            for (int i = 0; i < size; i++) {
                int source = channelsLast ? i % plane * shape.channels() + i / plane : i;
                target.put((float) (values[start + source] * scale));
            }
        }
    }
}
