package org.distaff.plot;

/**
 * How much room a text takes. A figure is laid out before a pen is known, and the reader of an SVG file brings a font
 * of their own, so this is an estimate, a little wider than the common sans-serif fonts.
 */
public final class TextSize {

    private static final String NARROW = "iljtfrI.,:;'|!()[] -";
    private static final String WIDE = "mwMWOQ@%–";

    private TextSize() {
    }

    /** Width in pixels at a font size in pixels. */
    public static double width(String text, double size) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (NARROW.indexOf(c) >= 0) {
                ems += 0.42;
            } else if (WIDE.indexOf(c) >= 0) {
                ems += 0.98;
            } else if (c > 0x2E7F) {
                ems += 1.05; // Chinese, Japanese and Korean letters fill a square
            } else {
                ems += Character.isUpperCase(c) ? 0.74 : 0.64;
            }
        }
        return ems * size;
    }

    /** Width of the widest of several texts; 0 for none. */
    public static double widest(Iterable<String> texts, double size) {
        double widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, width(text, size));
        }
        return widest;
    }
}
