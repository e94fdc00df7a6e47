package org.distaff.plot.image;

/**
 * An opaque colour image, independent of any toolkit.
 *
 * @param rgb {@code width × height} colours 0xRRGGBB, row by row
 */
public record Bitmap(int width, int height, int[] rgb) {

    public Bitmap {
        if (rgb.length != width * height) {
            throw new IllegalArgumentException(rgb.length + " colours for " + width + "×" + height + " pixels");
        }
    }

    /** One observation (CHW, values in [0, 1], one or three channels; others show their first three) as an image. */
    public static Bitmap ofObservation(float[] values, int offset, int channels, int height, int width) {
        int[] rgb = new int[width * height];
        int plane = width * height;
        for (int i = 0; i < plane; i++) {
            int red = level(values[offset + i]);
            int green = channels < 3 ? red : level(values[offset + plane + i]);
            int blue = channels < 3 ? red : level(values[offset + 2 * plane + i]);
            rgb[i] = red << 16 | green << 8 | blue;
        }
        return new Bitmap(width, height, rgb);
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value * 255)));
    }
}
