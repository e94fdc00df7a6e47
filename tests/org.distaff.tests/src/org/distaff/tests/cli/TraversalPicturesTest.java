package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.distaff.study.traverse.TraversalPictures;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.model.ModelCard;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.traverse.Traversal;
import org.junit.jupiter.api.Test;

/** Two latents of three steps; every image is one grey level that tells which one it is. */
class TraversalPicturesTest {

    /** Images of 64 pixels need no enlarging, so that coordinates are plain. */
    private static final int SIZE = 64;

    private static Traversal traversal() {
        ModelCard card = new ModelCard("test", 2, new ObservationShape(1, SIZE, SIZE), 0, 1,
                ModelCard.Distribution.BERNOULLI, null, null, null, "z", "x");
        float[][][] images = new float[2][3][SIZE * SIZE];
        for (int position = 0; position < 2; position++) {
            for (int step = 0; step < 3; step++) {
                java.util.Arrays.fill(images[position][step], (position * 3 + step) / 255f);
            }
        }
        return new Traversal(card, List.of(1, 0), new double[] {0.1, 2}, new float[2], new float[] {-1, 0, 1}, images);
    }

    /** Grey level in the middle of a tile; tiles are 64 pixels with gaps of 2. */
    private static int level(Bitmap picture, int column, int row) {
        int x = 2 + column * (SIZE + 2) + SIZE / 2;
        int y = 2 + row * (SIZE + 2) + SIZE / 2;
        return picture.rgb()[y * picture.width() + x] & 0xFF;
    }

    @Test
    void theGridHasARowPerLatentAndAColumnPerStep() {
        Bitmap grid = TraversalPictures.grid(traversal());
        assertEquals(3 * SIZE + 4 * 2, grid.width());
        assertEquals(2 * SIZE + 3 * 2, grid.height());
        assertEquals(0xFFFFFF, grid.rgb()[0], "gaps are white");
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                assertEquals(row * 3 + column, level(grid, column, row));
            }
        }
    }

    @Test
    void framesWalkUpAndBackWithoutShowingAnEndTwice() {
        List<Bitmap> frames = TraversalPictures.frames(traversal());
        // steps 0 1 2 1, then from the beginning
        assertEquals(List.of(0, 1, 2, 1), frames.stream().map(f -> level(f, 0, 0)).toList());
        assertEquals(List.of(3, 4, 5, 4), frames.stream().map(f -> level(f, 1, 0)).toList());
    }

    @Test
    void theFigureNamesLatentsAndSteps() {
        ImageGrid figure = TraversalPictures.figure(traversal());
        assertEquals(List.of("z1", "z0"), figure.rows());
        assertEquals(List.of("-1.0", "0.0", "1.0"), figure.columns());
        assertEquals(5, figure.images().get(1).get(2).rgb()[0] & 0xFF);
    }
}
