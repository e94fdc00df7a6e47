package org.distaff.plot;

/**
 * Colours of figures.
 *
 * @param background behind everything
 * @param foreground texts and axes
 * @param grid       lines behind the data
 * @param series     colours that can be told apart by colour-blind readers (Okabe and Ito, Color Universal Design, 2008)
 */
public record Theme(int background, int foreground, int grid, int... series) {

    public static final Theme LIGHT = new Theme(0xFFFFFF, 0x222222, 0xDDDDDD, 0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7,
            0xE69F00, 0x56B4E9);
    public static final Theme DARK = new Theme(0x1E1F22, 0xDDDDDD, 0x44464A, 0x56B4E9, 0xE69F00, 0x2FC59A, 0xE0A0C4,
            0xF0E442, 0x4FA3E0);

    /** The colour of the n-th series. */
    public int series(int n) {
        return series[n % series.length];
    }
}
