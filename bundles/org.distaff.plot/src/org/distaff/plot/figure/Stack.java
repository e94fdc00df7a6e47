package org.distaff.plot.figure;

import java.util.List;
import java.util.Optional;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.Theme;
import org.distaff.plot.image.Bitmap;

/** Figures one below the other, as one. */
public record Stack(List<Figure> figures) implements Figure {

    public Stack {
        figures = List.copyOf(figures);
    }

    @Override
    public double width() {
        return figures.stream().mapToDouble(Figure::width).max().orElse(0);
    }

    @Override
    public double height() {
        return figures.stream().mapToDouble(Figure::height).sum();
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        double top = 0;
        for (Figure figure : figures) {
            figure.draw(new Lower(pen, top), theme);
            top += figure.height();
        }
    }

    @Override
    public Optional<String> at(double x, double y) {
        double top = 0;
        for (Figure figure : figures) {
            if (y < top + figure.height()) {
                return figure.at(x, y - top);
            }
            top += figure.height();
        }
        return Optional.empty();
    }

    @Override
    public List<Matrix> tables() {
        return figures.stream().flatMap(figure -> figure.tables().stream()).toList();
    }

    /** Draws further down. */
    private record Lower(Pen pen, double by) implements Pen {

        @Override
        public void fill(double x, double y, double width, double height, int colour) {
            pen.fill(x, y + by, width, height, colour);
        }

        @Override
        public void line(double[] points, double thickness, int colour) {
            double[] lower = points.clone();
            for (int i = 1; i < lower.length; i += 2) {
                lower[i] += by;
            }
            pen.line(lower, thickness, colour);
        }

        @Override
        public void text(double x, double y, String text, double size, Anchor anchor, int colour) {
            pen.text(x, y + by, text, size, anchor, colour);
        }

        @Override
        public void image(Bitmap image, double x, double y, double width, double height) {
            pen.image(image, x, y + by, width, height);
        }
    }
}
