package org.distaff.ui.traversal;

import org.distaff.core.data.ObservationShape;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.traverse.Traversal;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Observations as SWT pictures. The data can be made on any thread. */
final class Images {

    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private Images() {
    }

    /** One decoded observation. */
    static ImageData of(float[] pixels, ObservationShape shape) {
        ImageData data = new ImageData(shape.width(), shape.height(), 24, RGB);
        put(pixels, shape, data, 0);
        return data;
    }

    /** A strip per latent of a traversal, its steps side by side: few large pictures are faster to make than many. */
    static ImageData[] strips(Traversal traversal) {
        ObservationShape shape = traversal.card().observation();
        ImageData[] strips = new ImageData[traversal.images().length];
        for (int row = 0; row < strips.length; row++) {
            float[][] steps = traversal.images()[row];
            strips[row] = new ImageData(shape.width() * steps.length, shape.height(), 24, RGB);
            for (int step = 0; step < steps.length; step++) {
                put(steps[step], shape, strips[row], step * shape.width());
            }
        }
        return strips;
    }

    private static void put(float[] pixels, ObservationShape shape, ImageData data, int x) {
        Bitmap bitmap = Bitmap.ofObservation(pixels, 0, shape.channels(), shape.height(), shape.width());
        for (int y = 0; y < bitmap.height(); y++) {
            data.setPixels(x, y, bitmap.width(), bitmap.rgb(), y * bitmap.width());
        }
    }

    /** Fills a canvas with what lies around it: themes colour canvases unlike the composites they are in. */
    static void clear(GC gc, Canvas canvas, Composite around) {
        gc.setBackground(around.getBackground());
        gc.fillRectangle(canvas.getClientArea());
    }

    /** Draws the part of an image from x on, as large as fits into a square without changing its proportions. */
    static void draw(GC gc, Image image, int from, ObservationShape shape, int x, int y, int square) {
        double scale = (double) square / Math.max(shape.width(), shape.height());
        int width = (int) Math.round(shape.width() * scale);
        int height = (int) Math.round(shape.height() * scale);
        gc.drawImage(image, from, 0, shape.width(), shape.height(), x + (square - width) / 2, y + (square - height) / 2,
                width, height);
    }
}
