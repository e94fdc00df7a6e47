package org.distaff.ui.tests;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** What the screen shows; on the UI thread. */
public final class Pixels {

    private Pixels() {
    }

    /** The pixels of a part of the screen. */
    public static ImageData of(Rectangle area) {
        Image image = new Image(Display.getCurrent(), area.width, area.height);
        GC gc = new GC(Display.getCurrent());
        try {
            gc.copyArea(image, area.x, area.y);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** The pixels where a control is. */
    public static ImageData of(Control control) {
        Point size = control.getSize();
        return of(control, new Rectangle(0, 0, size.x, size.y));
    }

    private static ImageData of(Control control, Rectangle part) {
        Point corner = control.toDisplay(part.x, part.y);
        return of(new Rectangle(corner.x, corner.y, part.width, part.height));
    }

    /** Mean of all pixels and channels of a control, 0 to 255. */
    public static double brightness(Control control) {
        return mean(of(control));
    }

    /** Mean of all pixels and channels of a part of a control, 0 to 255. */
    public static double brightness(Control control, Rectangle part) {
        return mean(of(control, part));
    }

    private static double mean(ImageData data) {
        double sum = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                sum += brightness(data, x, y);
            }
        }
        return sum / data.height / data.width;
    }

    /** The darkest pixel of a part of a control, 0 to 255. */
    public static double darkest(Control control, Rectangle part) {
        ImageData data = of(control, part);
        double darkest = 255;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                darkest = Math.min(darkest, brightness(data, x, y));
            }
        }
        return darkest;
    }

    /** Mean of a pixel's channels, 0 to 255. */
    public static double brightness(ImageData data, int x, int y) {
        RGB rgb = data.palette.getRGB(data.getPixel(x, y));
        return (rgb.red + rgb.green + rgb.blue) / 3.0;
    }
}
