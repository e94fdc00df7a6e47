package org.distaff.datasets.file.image;

import java.util.Arrays;

/**
 * A picture in memory.
 *
 * @param width    pixels in a row
 * @param height   rows
 * @param channels 1 or 3
 * @param values   height·width·channels bytes, pixel by pixel
 */
public record Picture(int width, int height, int channels, byte[] values) {

    public Picture {
        if ((long) width * height * channels != values.length) {
            throw new IllegalArgumentException(values.length + " bytes for " + height + "×" + width + "×" + channels);
        }
    }

    /** A part of the picture. */
    public Picture crop(int left, int top, int newWidth, int newHeight) {
        byte[] part = new byte[newWidth * newHeight * channels];
        int row = newWidth * channels;
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(values, ((top + y) * width + left) * channels, part, y * row, row);
        }
        return new Picture(newWidth, newHeight, channels, part);
    }

    /** The largest square in the middle. */
    public Picture square() {
        int side = Math.min(width, height);
        return crop((width - side) / 2, (height - side) / 2, side, side);
    }

    /** The picture with three channels, or the mean luminance in one (ITU-R 601, as Pillow rounds it). */
    public Picture withChannels(int wanted) {
        if (wanted == channels) {
            return this;
        }
        byte[] other = new byte[width * height * wanted];
        for (int i = 0; i < width * height; i++) {
            if (wanted == 1) {
                other[i] = (byte) (((values[3 * i] & 0xFF) * 19595 + (values[3 * i + 1] & 0xFF) * 38470
                        + (values[3 * i + 2] & 0xFF) * 7471 + 0x8000) >> 16);
            } else {
                Arrays.fill(other, 3 * i, 3 * i + 3, values[i]);
            }
        }
        return new Picture(width, height, wanted, other);
    }
}
