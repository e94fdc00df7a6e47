package org.distaff.onnx.card;

import java.util.Optional;

import org.distaff.core.data.ObservationShape;
import org.distaff.onnx.file.OnnxValue;

/** Recognises images by the lengths of their axes. */
final class ImageAxes {

    private static final int MAXIMUM_CHANNELS = 4;
    private static final int MAXIMUM_SIDE = 1 << 13;
    /** Squares of fewer pixels are more likely something else than a flattened image. */
    private static final int MINIMUM_FLAT_SIDE = 8;

    private ImageAxes() {
    }

    /** [N, C, H, W] with one to four channels, or [N, C·H·W] of a square image with one channel or three. */
    static Optional<ObservationShape> shape(OnnxValue value) {
        if (value.rank() == 4 && within(value.length(1), 1, MAXIMUM_CHANNELS) && within(value.length(2), 2, MAXIMUM_SIDE)
                && within(value.length(3), 2, MAXIMUM_SIDE)) {
            return Optional.of(new ObservationShape(value.length(1), value.length(2), value.length(3)));
        }
        if (value.rank() == 2) {
            int flat = value.length(1);
            for (int channels : new int[] {1, 3}) {
                int side = flat > 0 && flat % channels == 0 ? (int) Math.round(Math.sqrt(flat / channels)) : 0;
                if (within(side, MINIMUM_FLAT_SIDE, MAXIMUM_SIDE) && side * side * channels == flat) {
                    return Optional.of(new ObservationShape(channels, side, side));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean within(int length, int minimum, int maximum) {
        return length >= minimum && length <= maximum;
    }

    /** Whether a value can be images of a shape. */
    static boolean fit(OnnxValue value, ObservationShape shape) {
        return value.rank() == 2 && value.length(1) == shape.values()
                || value.rank() == 4 && value.length(1) == shape.channels() && value.length(2) == shape.height()
                        && value.length(3) == shape.width();
    }
}
