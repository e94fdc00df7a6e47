package org.distaff.datasets.sprites;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;

/**
 * dSprites drawn on demand: 3 × 6 × 40 × 32 × 32 = 737,280 observations of one white shape on black, binary, without
 * antialiasing. A pixel is on if its centre is inside the shape. The pivot moves over [16, 48] in 32 steps along each
 * axis, scales are 0.5 … 1.0, orientation i turns by 2π i/39, so orientations 0 and 39 are one image, as in the
 * published data. At other resolutions than 64 the same scene is sampled at that many pixel centres per axis. Cost: a
 * few microseconds per observation, no memory.
 *
 * <p>The factor space, positions, scales and angles are dSprites' own. So are the areas of the unrotated square and
 * ellipse. Rotated squares differ from the published images in about one pixel of a thousand, hearts in about three of
 * a hundred. All arithmetic is exact or StrictMath's, so that one digest means the same bytes on every machine.
 */
final class Sprites implements Dataset {

    /** Width and height of the scene in its own units, the pixels of dSprites. */
    private static final double SCENE = 64;
    private static final int ORIENTATIONS = 40;
    private static final int POSITIONS = 32;
    private static final int FACTORS = 5;

    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("shape", 3, FactorKind.NOMINAL, List.of("square", "ellipse", "heart")),
            new Factor("scale", 6, FactorKind.ORDINAL), new Factor("orientation", ORIENTATIONS, FactorKind.CIRCULAR),
            new Factor("x", POSITIONS, FactorKind.CONTINUOUS), new Factor("y", POSITIONS, FactorKind.CONTINUOUS)));

    private static final SpriteShape[] SHAPES = SpriteShape.values();

    private final int resolution;
    private final float[] black;

    Sprites(int resolution) {
        this.resolution = resolution;
        this.black = new float[resolution * resolution];
    }

    @Override
    public FactorSpace factors() {
        return SPACE;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(1, resolution, resolution);
    }

    @Override
    public String digest() {
        return "sprites/1/" + resolution;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row = 0; row < factorRows.length; row += FACTORS) {
            int start = target.position();
            target.put(black);
            draw(SHAPES[factorRows[row]], 0.5 + factorRows[row + 1] / 10.0, factorRows[row + 2] % (ORIENTATIONS - 1),
                    centre(factorRows[row + 3]), centre(factorRows[row + 4]), target, start);
        }
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
