package org.distaff.study.browse;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.plot.BitmapPen;
import org.distaff.plot.Theme;
import org.distaff.plot.figure.TextBlock;
import org.distaff.plot.figure.Viridis;
import org.distaff.plot.image.Bitmap;

/**
 * Observations as pictures: images as they are, tokens as words, other kinds as colours from their smallest to their
 * largest value; parts side by side.
 */
public final class ObservationPictures {

    /** Channels of an observation that is no image, side by side; more would be too small to see. */
    private static final int MOST_CHANNELS = 6;
    private static final int GAP = 2;
    private static final int BETWEEN = 0x808080;
    /** A vector is folded into lines when it is longer. */
    private static final int LONGEST_LINE = 64;
    private static final int TEXT_WIDTH = 150;
    /** Words that one line of that width has room for, about. */
    private static final int WORDS_OF_LINE = 3;
    private static final int MOST_LINES = 12;

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
        int length = dataset.observation().values();
        float[] values = new float[count * length];
        dataset.observe(factorRows, nuisance, FloatBuffer.wrap(values));
        Bitmap[] pictures = new Bitmap[count];
        for (int n = 0; n < count; n++) {
            List<Bitmap> panels = new ArrayList<>();
            int from = n * length;
            for (ObservationPart part : ObservationPart.of(dataset)) {
                panels.addAll(panels(Arrays.copyOfRange(values, from, from + part.shape().values()), part));
                from += part.shape().values();
            }
            pictures[n] = beside(panels);
        }
        return pictures;
    }

    private static List<Bitmap> panels(float[] values, ObservationPart part) {
        return switch (part.kind()) {
            case IMAGE -> images(values, part.shape());
            case TOKENS -> List.of(part.words().isEmpty() ? field(values, part.shape()) : text(values, part.words()));
            default -> List.of(field(values, part.shape()));
        };
    }

    /** Three channels are red, green and blue; of more each three, or each one, are a panel of their own. */
    private static List<Bitmap> images(float[] values, ObservationShape shape) {
        int grouped = shape.channels() % 3 == 0 ? 3 : 1;
        List<Bitmap> panels = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel += grouped) {
            panels.add(Bitmap.ofObservation(values, channel * shape.height() * shape.width(), grouped, shape.height(),
                    shape.width()));
        }
        return panels;
    }

    private static Bitmap beside(List<Bitmap> panels) {
        if (panels.size() == 1) {
            return panels.get(0);
        }
        int width = panels.stream().mapToInt(panel -> panel.width() + GAP).sum() - GAP;
        int height = panels.stream().mapToInt(Bitmap::height).max().orElseThrow();
        int[] rgb = new int[width * height];
        Arrays.fill(rgb, BETWEEN);
        int left = 0;
        for (Bitmap panel : panels) {
            for (int y = 0; y < panel.height(); y++) {
                System.arraycopy(panel.rgb(), y * panel.width(), rgb, y * width + left, panel.width());
            }
            left += panel.width() + GAP;
        }
        return new Bitmap(width, height, rgb);
    }

    /** The words up to the padding; the same size for every text of a length. */
    private static Bitmap text(float[] tokens, List<String> words) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < tokens.length && tokens[i] != 0; i++) {
            int token = (int) tokens[i];
            shown.add(token < words.size() ? words.get(token) : String.valueOf(token));
        }
        int lines = Math.min(MOST_LINES, Math.ceilDiv(tokens.length, WORDS_OF_LINE));
        return BitmapPen.draw(new TextBlock(shown, TEXT_WIDTH, lines), Theme.LIGHT, 1);
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
