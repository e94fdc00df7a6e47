package org.distaff.study.traverse;

import java.util.Locale;

import org.distaff.core.data.ObservationShape;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.Theme;
import org.distaff.plot.image.Bitmap;

/** A traversal as a figure: one row per latent with its KL, one column per step. */
public record TraversalFigure(Traversal traversal) implements Figure {

    private static final double LEFT = 96;
    private static final double TOP = 24;
    private static final double CELL = 64;
    private static final double GAP = 2;

    @Override
    public double width() {
        return LEFT + traversal.steps().length * (CELL + GAP);
    }

    @Override
    public double height() {
        return TOP + traversal.order().size() * (CELL + GAP);
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        ObservationShape shape = traversal.card().observation();
        for (int step = 0; step < traversal.steps().length; step++) {
            pen.text(LEFT + step * (CELL + GAP) + CELL / 2, TOP - 8,
                    String.format(Locale.ROOT, "%.1f", traversal.steps()[step]), 11, Pen.Anchor.MIDDLE,
                    theme.foreground());
        }
        for (int position = 0; position < traversal.order().size(); position++) {
            double y = TOP + position * (CELL + GAP);
            int latent = traversal.order().get(position);
            pen.text(LEFT - 8, y + CELL / 2, "z" + latent, 12, Pen.Anchor.END, theme.foreground());
            pen.text(LEFT - 8, y + CELL / 2 + 15, String.format(Locale.ROOT, "%.2f nats", traversal.kl()[latent]), 11,
                    Pen.Anchor.END, theme.foreground());
            for (int step = 0; step < traversal.steps().length; step++) {
                Bitmap image = Bitmap.ofObservation(traversal.images()[position][step], 0, shape.channels(),
                        shape.height(), shape.width());
                pen.image(image, LEFT + step * (CELL + GAP), y, CELL, CELL);
            }
        }
    }
}
