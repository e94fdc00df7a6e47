package org.distaff.datasets.grid;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

import org.distaff.core.data.ObservationShape;

/** What makes a variant of dSprites out of a white shape on black. Thread-safe. */
public interface Painter {

    /** Leaves images as they are. */
    Painter NONE = new Painter() {
        @Override
        public ObservationShape shape(ObservationShape image) {
            return image;
        }

        @Override
        public void paint(float[] image, int[] rows, int at, RandomGenerator nuisance, FloatBuffer target) {
            target.put(image);
        }
    };

    /** Shape of a painted image. */
    default ObservationShape shape(ObservationShape image) {
        return new ObservationShape(3, image.height(), image.width());
    }

    /**
     * Paints one image.
     *
     * @param image    H·W values, 0 or 1; must not be changed
     * @param rows     factor rows
     * @param at       where this image's row begins in them
     * @param nuisance source of what the factors leave open
     * @param target   receives 3·H·W values in [0, 1]
     */
    void paint(float[] image, int[] rows, int at, RandomGenerator nuisance, FloatBuffer target);
}
