package org.distaff.plot.figure;

/**
 * The viridis colour scale (Smith and van der Walt, matplotlib 2.0, 2015), interpolated between nine of its colours.
 */
public final class Viridis {

    private static final int[] STOPS = {0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30,
            0xFDE725};

    private Viridis() {
    }

    /** The colour at a share in [0, 1]; shares outside are clipped. */
    public static int at(double share) {
        double position = Math.clamp(share, 0, 1) * (STOPS.length - 1);
        int index = Math.min(STOPS.length - 2, (int) position);
        double rest = position - index;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = STOPS[index] >> shift & 255;
            int high = STOPS[index + 1] >> shift & 255;
            colour |= (int) Math.round(low + rest * (high - low)) << shift;
        }
        return colour;
    }

    /**
     * White or black, whichever stands out more from a colour: at least 4.5 : 1 on any (contrast ratio of the Web
     * Content Accessibility Guidelines 2.2, W3C 2023).
     */
    public static int textOn(int colour) {
        // black and white are equally far from the luminance L where (L + 0.05)² = 1.05 · 0.05
        return luminance(colour) < 0.1791 ? 0xFFFFFF : 0x000000;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255)
                + 0.0722 * linear(colour & 255);
    }

    private static double linear(int level) {
        double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
