package org.distaff.datasets.file.hdf5;

import java.util.Arrays;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.ImageStream;

/** Images [N, H, W] or [N, H, W, C] of bytes, some chunks' heights of them in memory at a time. */
public final class Hdf5Images implements ImageStream {

    /** Bytes that are worth the sharing out of their chunks. */
    private static final long BUSY = 8L << 20;

    private final Hdf5Dataset dataset;
    private final ObservationShape shape;
    private final int together;
    private byte[] rows = new byte[0];
    private int filled;
    private int at;
    private long next;

    /** @throws Problem (input) when the data set holds something else */
    public Hdf5Images(Hdf5Dataset dataset) {
        long[] axes = dataset.shape();
        boolean images = (axes.length == 3 || axes.length == 4) && axes[1] <= 4096 && axes[2] <= 4096
                && (axes.length == 3 || axes[3] == 1 || axes[3] == 3);
        if (!images || !dataset.type().equals("u1") || dataset.rowBytes() == 0) {
            throw Problem.input(dataset.title() + " holds " + dataset.type() + " " + Arrays.toString(axes)
                    + " where bytes [N, H, W] or [N, H, W, C] are needed.");
        }
        this.dataset = dataset;
        this.shape = new ObservationShape(axes.length == 3 ? 1 : (int) axes[3], (int) axes[1], (int) axes[2]);
        this.together = together(Math.max(1, dataset.rowsTogether()), dataset.rowBytes());
    }

    /** Whole chunks' heights, so that no chunk is unpacked twice, enough to keep all cores busy; part of a huge one. */
    private static int together(int height, long rowBytes) {
        long heights = Math.max(1, BUSY / (height * rowBytes));
        return (int) Math.min(height * heights, Math.max(1, Hdf5Dataset.MAXIMUM_SLAB / rowBytes));
    }

    @Override
    public long count() {
        return dataset.shape()[0];
    }

    @Override
    public ObservationShape shape() {
        return shape;
    }

    @Override
    public void next(byte[] image) {
        if (at == filled) {
            int count = (int) Math.min(together, count() - next);
            rows = rows.length == 0 ? new byte[count * image.length] : rows; // the first ones are the most
            dataset.rows(next, count, rows);
            filled = count * image.length;
            next += count;
            at = 0;
        }
        System.arraycopy(rows, at, image, 0, image.length);
        at += image.length;
    }
}
