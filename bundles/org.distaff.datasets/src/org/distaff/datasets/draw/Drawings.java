package org.distaff.datasets.draw;

import java.nio.FloatBuffer;
import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.file.ObservationTable;

/**
 * Pictures drawn on demand, three channels. Thread-safe.
 *
 * @param pixels   width and height
 * @param drawings what is drawn, in order
 */
public record Drawings(int pixels, List<? extends Drawing> drawings) implements ObservationTable {

    /** One picture. Immutable. */
    @FunctionalInterface
    public interface Drawing {

        /** Draws it that wide and high. */
        Canvas draw(int pixels);
    }

    public Drawings {
        drawings = List.copyOf(drawings);
    }

    @Override
    public long count() {
        return drawings.size();
    }

    @Override
    public ObservationShape shape() {
        return new ObservationShape(3, pixels, pixels);
    }

    @Override
    public void write(long index, FloatBuffer target) {
        drawings.get((int) index).draw(pixels).writeTo(target);
    }
}
