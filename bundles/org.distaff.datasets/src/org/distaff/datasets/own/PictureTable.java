package org.distaff.datasets.own;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ObservationTable;
import org.distaff.datasets.file.image.Picture;
import org.distaff.datasets.file.image.PictureFile;
import org.distaff.datasets.file.image.Resampling;

/**
 * Picture files of any sizes: the middle square of each, resized. A picture is decoded when it is first needed and then
 * kept, as long as all of them fit into 512 MiB; else it is decoded every time. Thread-safe.
 */
final class PictureTable implements ObservationTable {

    private static final long KEPT = 1L << 29;

    private final List<Path> files;
    private final ObservationShape shape;
    private final AtomicReferenceArray<byte[]> kept;

    PictureTable(List<Path> files, ObservationShape shape) {
        this.files = files;
        this.shape = shape;
        this.kept = new AtomicReferenceArray<>((long) files.size() * shape.values() <= KEPT ? files.size() : 0);
    }

    @Override
    public long count() {
        return files.size();
    }

    @Override
    public ObservationShape shape() {
        return shape;
    }

    @Override
    public void write(long index, FloatBuffer target) {
        int place = (int) index;
        byte[] pixels = place < kept.length() ? kept.get(place) : null;
        if (pixels == null) {
            Picture square = PictureFile.read(FileBytes.open(files.get(place))).withChannels(shape.channels()).square();
            pixels = Resampling.LANCZOS.resize(square, shape.width(), shape.height()).values();
            if (place < kept.length()) {
                kept.set(place, pixels);
            }
        }
        for (int c = 0; c < shape.channels(); c++) {
            for (int i = c; i < pixels.length; i += shape.channels()) {
                target.put((pixels[i] & 0xFF) / 255f);
            }
        }
    }
}
