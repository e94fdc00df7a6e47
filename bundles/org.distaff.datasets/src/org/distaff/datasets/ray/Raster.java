package org.distaff.datasets.ray;

import java.nio.FloatBuffer;

/**
 * Renders an image pixel by pixel: one ray through each pixel's centre, and where neighbours see different parts, the
 * mean of four rays.
 */
public final class Raster {

    private static final double[] CORNERS = {0.25, 0.75};

    private Raster() {
    }

    /** What a ray sees. */
    public interface Scene {

        /**
         * @param colour receives red, green and blue in [0, 1]
         * @return a number for what was seen; different numbers make an edge
         */
        int see(Ray ray, float[] colour);
    }

    /** Writes {@code 3 × size × size} values from the target's position on. */
    public static void render(Scene scene, Camera camera, int size, boolean antialias, FloatBuffer target) {
        float[] planes = new float[3 * size * size];
        int[] seen = new int[size * size];
        Ray ray = new Ray();
        float[] colour = new float[3];
        for (int i = 0; i < size * size; i++) {
            camera.aim(ray, (i % size + 0.5) / size - 0.5, (i / size + 0.5) / size - 0.5);
            seen[i] = scene.see(ray, colour);
            for (int c = 0; c < 3; c++) {
                planes[c * size * size + i] = colour[c];
            }
        }
        for (int i = 0; antialias && i < size * size; i++) {
            if (isEdge(seen, i, size)) {
                refine(scene, camera, size, i, planes, ray, colour);
            }
        }
        target.put(planes);
    }

    private static boolean isEdge(int[] seen, int i, int size) {
        return i % size > 0 && seen[i - 1] != seen[i] || i % size < size - 1 && seen[i + 1] != seen[i]
                || i >= size && seen[i - size] != seen[i] || i + size < seen.length && seen[i + size] != seen[i];
    }

    private static void refine(Scene scene, Camera camera, int size, int i, float[] planes, Ray ray, float[] colour) {
        float[] sum = new float[3];
        for (double down : CORNERS) {
            for (double across : CORNERS) {
                camera.aim(ray, (i % size + across) / size - 0.5, (i / size + down) / size - 0.5);
                scene.see(ray, colour);
                for (int c = 0; c < 3; c++) {
                    sum[c] += colour[c];
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            planes[c * size * size + i] = sum[c] / 4;
        }
    }
}
