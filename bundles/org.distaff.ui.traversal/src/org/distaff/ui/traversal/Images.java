package org.distaff.ui.traversal;

import org.distaff.plot.image.Bitmap;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Bitmaps as SWT images. */
final class Images {

    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private Images() {
    }

    /** A new image, to be disposed by the caller. */
    static Image of(Device device, Bitmap bitmap) {
        ImageData data = new ImageData(bitmap.width(), bitmap.height(), 24, RGB);
        for (int y = 0; y < bitmap.height(); y++) {
            data.setPixels(0, y, bitmap.width(), bitmap.rgb(), y * bitmap.width());
        }
        return new Image(device, data);
    }
}
