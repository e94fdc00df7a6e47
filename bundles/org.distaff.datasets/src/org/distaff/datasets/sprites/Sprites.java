package org.distaff.datasets.sprites;

import java.nio.FloatBuffer;

import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.file.ObservationTable;

/**
 * dSprites drawn on demand, in the published order: 3 × 6 × 40 × 32 × 32 = 737,280 images of one white shape on black,
 * binary, without antialiasing. A pixel is on if its centre is inside the shape. The pivot moves over [16, 48] in 32
 * steps along each axis, scales are 0.5 … 1.0, orientation i turns by 2π i/39, so orientations 0 and 39 are one image,
 * as in the published data. At other resolutions than 64 the same scene is sampled at that many pixel centres per axis.
 * Cost: a few microseconds per image, no memory.
 *
 * <p>The factor space, positions, scales and angles are dSprites' own. So are the areas of the unrotated square and
 * ellipse. Rotated squares differ from the published images in about one pixel of a thousand, hearts in about three of
 * a hundred. All arithmetic is exact or StrictMath's, so that one digest means the same bytes on every machine.
 */
final class Sprites implements ObservationTable {

    /** Width and height of the scene in its own units, the pixels of dSprites. */
    private static final double SCENE = 64;
    private static final int ORIENTATIONS = SpriteFactors.ORIENTATION.size();
    private static final int POSITIONS = SpriteFactors.X.size();

    private static final SpriteShape[] SHAPES = SpriteShape.values();

    private final int resolution;
    private final float[] black;

    Sprites(int resolution) {
        this.resolution = resolution;
        this.black = new float[resolution * resolution];
    }

    @Override
    public long count() {
        return SpriteFactors.SPACE.combinations();
    }

    @Override
    public ObservationShape shape() {
        return new ObservationShape(1, resolution, resolution);
    }

    @Override
    public void write(long index, FloatBuffer target) {
        int[] row = SpriteFactors.SPACE.row(index);
        int start = target.position();
        target.put(black);
        draw(SHAPES[row[0]], 0.5 + row[1] / 10.0, row[2] % (ORIENTATIONS - 1), centre(row[3]), centre(row[4]), target,
                start);
    }

    private static double centre(int position) {
        return 16 + 32.0 * position / (POSITIONS - 1);
    }

    private void draw(SpriteShape shape, double scale, int orientation, double cx, double cy, FloatBuffer target,
            int start) {
        double angle = 2 * Math.PI * orientation / (ORIENTATIONS - 1);
        double cos = StrictMath.cos(angle) / scale;
        double sin = StrictMath.sin(angle) / scale;
        double pixel = SCENE / resolution;
        double reach = shape.radius() * scale;
        int top = first(cy - reach, pixel);
        int bottom = last(cy + reach, pixel);
        int left = first(cx - reach, pixel);
        int right = last(cx + reach, pixel);
        for (int i = top; i <= bottom; i++) {
            double dy = (i + 0.5) * pixel - cy;
            for (int j = left; j <= right; j++) {
                double dx = (j + 0.5) * pixel - cx;
                if (shape.contains(dx * cos - dy * sin, dx * sin + dy * cos)) {
                    target.put(start + i * resolution + j, 1);
                }
            }
        }
    }

    private static int first(double scenePosition, double pixel) {
        return Math.max(0, (int) Math.floor(scenePosition / pixel - 0.5));
    }

    private int last(double scenePosition, double pixel) {
        return Math.min(resolution - 1, (int) Math.ceil(scenePosition / pixel - 0.5));
    }
}
