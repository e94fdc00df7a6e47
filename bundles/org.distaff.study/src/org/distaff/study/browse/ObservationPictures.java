package org.distaff.study.browse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.plot.figure.Viridis;
import org.distaff.plot.image.Bitmap;

/** Observations as pictures: images as they are, other kinds as colours from their smallest to their largest value. */
public final class ObservationPictures {

    /** Channels of an observation that is no image, side by side; more would be too small to see. */
    private static final int MOST_CHANNELS = 6;
    private static final int GAP = 2;
    private static final int BETWEEN = 0x808080;
    /** A vector is folded into lines when it is longer. */
    private static final int LONGEST_LINE = 64;

    private ObservationPictures() {
    }

    /**
     * The observations of some factor rows.
     *
     * @param factorRows {@code n × K} factor values, row by row
     * @param nuisance   source of what the factors leave open
     */
    public static Bitmap[] of(Dataset dataset, int[] factorRows, RandomGenerator nuisance) {
        int count = factorRows.length / dataset.factors().count();
        ObservationShape shape = dataset.observation();
        FloatBuffer target = ByteBuffer.allocateDirect(count * shape.values() * Float.BYTES)
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        dataset.observe(factorRows, nuisance, target);
        float[] values = new float[count * shape.values()];
        target.flip().get(values);
        Bitmap[] pictures = new Bitmap[count];
        for (int n = 0; n < count; n++) {
            float[] one = Arrays.copyOfRange(values, n * shape.values(), (n + 1) * shape.values());
            pictures[n] = dataset.kind() == ObservationKind.IMAGE ? image(one, shape) : field(one, shape);
        }
        return pictures;
    }

    /** Three channels are red, green and blue; of more each three, or each one, are a panel of their own. */
    private static Bitmap image(float[] values, ObservationShape shape) {
        int grouped = shape.channels() % 3 == 0 ? 3 : 1;
        int panels = shape.channels() / grouped;
        int plane = shape.height() * shape.width();
        int width = panels * (shape.width() + GAP) - GAP;
        int[] rgb = new int[width * shape.height()];
        Arrays.fill(rgb, BETWEEN);
        for (int panel = 0; panel < panels; panel++) {
            Bitmap one = Bitmap.ofObservation(values, panel * grouped * plane, grouped, shape.height(), shape.width());
            for (int y = 0; y < shape.height(); y++) {
                System.arraycopy(one.rgb(), y * one.width(), rgb, y * width + panel * (one.width() + GAP), one.width());
            }
        }
        return new Bitmap(width, shape.height(), rgb);
    }

    /** Each channel in the colours of its own range; a vector, whose sides are 1, folded into lines. */
    private static Bitmap field(float[] values, ObservationShape shape) {
        int channels = Math.min(shape.channels(), MOST_CHANNELS);
        int height = shape.height();
        int width = shape.width();
        if (channels == 1 && (height == 1 || width == 1)) {
            int length = height * width;
            width = Math.min(length, LONGEST_LINE);
            height = Math.ceilDiv(length, width);
        }
        int[] rgb = new int[channels * width * height];
        for (int c = 0; c < channels; c++) {
            channel(values, c * shape.height() * shape.width(), shape.height() * shape.width(), rgb, c * width, width,
                    channels * width);
        }
        return new Bitmap(channels * width, height, rgb);
    }

    private static void channel(float[] values, int from, int count, int[] rgb, int left, int width, int stride) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        for (int i = 0; i < count; i++) {
            double share = high > low ? (values[from + i] - low) / (high - low) : 0.5;
            rgb[i / width * stride + left + i % width] = Viridis.at(share);
        }
    }
}
