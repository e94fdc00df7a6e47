package org.distaff.plot;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

import org.distaff.plot.image.Bitmap;
import org.distaff.plot.image.Png;

/** Writes a figure as one self-contained SVG element. */
public final class SvgPen implements Pen {

    private static final Pattern FORBIDDEN = Pattern
            .compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder out = new StringBuilder();

    private SvgPen() {
    }

    /** The figure as an SVG document. */
    public static String draw(Figure figure, Theme theme) {
        SvgPen pen = new SvgPen();
        pen.out.append(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\" "
                        + "font-family=\"sans-serif\">",
                number(figure.width()), number(figure.height())));
        pen.fill(0, 0, figure.width(), figure.height(), theme.background());
        figure.draw(pen, theme);
        return pen.out.append("</svg>").toString();
    }

    @Override
    public void fill(double x, double y, double width, double height, int colour) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"")
                .append(number(width)).append("\" height=\"").append(number(height)).append("\" fill=\"")
                .append(colour(colour)).append("\"/>");
    }

    @Override
    public void line(double[] points, double thickness, int colour) {
        out.append("<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"").append(colour(colour))
                .append("\" stroke-width=\"").append(number(thickness)).append("\" points=\"");
        for (int i = 0; i < points.length; i++) {
            out.append(i == 0 ? "" : " ").append(number(points[i]));
        }
        out.append("\"/>");
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor, int colour) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" font-size=\"")
                .append(number(size)).append("\" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT))
                .append("\" fill=\"").append(colour(colour)).append("\">").append(escape(text)).append("</text>");
    }

    @Override
    public void image(Bitmap image, double x, double y, double width, double height) {
        out.append("<image style=\"image-rendering:pixelated\" x=\"").append(number(x)).append("\" y=\"")
                .append(number(y)).append("\" width=\"").append(number(width)).append("\" height=\"")
                .append(number(height)).append("\" href=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(Png.encode(image))).append("\"/>");
    }

    /** Text as XML and HTML want it; characters that neither may hold become replacement characters. */
    public static String escape(String text) {
        return FORBIDDEN.matcher(text).replaceAll("\uFFFD").replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String colour(int colour) {
        return String.format("#%06x", colour);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
