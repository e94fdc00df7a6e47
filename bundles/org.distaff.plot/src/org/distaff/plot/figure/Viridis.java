package org.distaff.plot.figure;

/** The viridis colour scale (Smith and van der Walt, matplotlib 2.0, 2015), interpolated between nine of its colours. */
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

    /** Whether white text reads better on a colour than black. */
    public static boolean isDark(int colour) {
        return 0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255) < 140;
    }
}
