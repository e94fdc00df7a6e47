package org.distaff.core.data;

/** Shape of one observation, an image: values in [0, 1], stored channel by channel, row by row (CHW). */
public record ObservationShape(int channels, int height, int width) {

    public ObservationShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("empty observation " + channels + "×" + height + "×" + width);
        }
    }

    /** Number of values of one observation. */
    public int values() {
        return channels * height * width;
    }

    @Override
    public String toString() {
        return height + "×" + width + "×" + channels;
    }
}
