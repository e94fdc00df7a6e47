package org.distaff.plot.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes endless animations as GIF89a with one palette for all frames: 256 greys, or a 6 × 7 × 6 colour cube when a pixel is
 * coloured.
 */
public final class AnimatedGif {

    private static final int COLOURS = 256;
    private static final int RED_LEVELS = 6;
    private static final int GREEN_LEVELS = 7;
    private static final int BLUE_LEVELS = 6;

    private AnimatedGif() {
    }

    /**
     * @param frames            images of one size, at least one
     * @param frameMilliseconds how long each is shown; GIF counts in hundredths of a second
     */
    public static byte[] encode(List<Bitmap> frames, int frameMilliseconds) {
        Bitmap first = frames.get(0);
        boolean grey = frames.stream().allMatch(AnimatedGif::isGrey);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        number(out, first.width());
        number(out, first.height());
        out.writeBytes(new byte[] {(byte) 0xF7, 0, 0}); // global palette of 256 colours, 8 bits each
        for (int i = 0; i < COLOURS; i++) {
            int colour = grey ? i * 0x010101 : cube(i);
            out.writeBytes(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
        }
        out.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
        out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {3, 1, 0, 0, 0}); // repeat for ever
        for (Bitmap frame : frames) {
            if (frame.width() != first.width() || frame.height() != first.height()) {
                throw new IllegalArgumentException("frames of different sizes");
            }
            out.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, 0});
            number(out, Math.max(2, frameMilliseconds / 10));
            out.writeBytes(new byte[] {0, 0, 0x2C, 0, 0, 0, 0});
            number(out, frame.width());
            number(out, frame.height());
            out.write(0);
            GifLzw.write(out, indices(frame, grey));
        }
        out.write(0x3B);
        return out.toByteArray();
    }

    private static boolean isGrey(Bitmap image) {
        for (int colour : image.rgb()) {
            if ((colour >> 16 & 255) != (colour & 255) || (colour >> 8 & 255) != (colour & 255)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] indices(Bitmap image, boolean grey) {
        byte[] indices = new byte[image.rgb().length];
        for (int i = 0; i < indices.length; i++) {
            int colour = image.rgb()[i];
            indices[i] = (byte) (grey ? colour & 255
                    : (level(colour >> 16 & 255, RED_LEVELS) * GREEN_LEVELS + level(colour >> 8 & 255, GREEN_LEVELS))
                            * BLUE_LEVELS + level(colour & 255, BLUE_LEVELS));
        }
        return indices;
    }

    private static int level(int value, int levels) {
        return (value * (levels - 1) + 127) / 255;
    }

    private static int cube(int index) {
        int red = Math.min(RED_LEVELS - 1, index / (GREEN_LEVELS * BLUE_LEVELS));
        int green = index / BLUE_LEVELS % GREEN_LEVELS;
        int blue = index % BLUE_LEVELS;
        return red * 255 / (RED_LEVELS - 1) << 16 | green * 255 / (GREEN_LEVELS - 1) << 8 | blue * 255 / (BLUE_LEVELS - 1);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
    }
}
