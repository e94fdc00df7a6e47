package org.distaff.onnx.session;

import java.nio.FloatBuffer;

import org.distaff.core.data.ObservationShape;

/**
 * Bilinear resizing with pixel centres at half-integers and the border repeated, as PyTorch's {@code interpolate} does
 * without aligned corners.
 *
 * @param from   shape of the observations
 * @param height height to reach
 * @param width  width to reach
 */
record Resizing(ObservationShape from, int height, int width) {

    /**
     * Resizes one channel of one observation.
     *
     * @param observations values from its position on
     * @param number       which of their planes of height × width values
     * @param plane        receives {@code height × width} values
     */
    void plane(FloatBuffer observations, int number, float[] plane) {
        int start = observations.position() + number * from.height() * from.width();
        for (int y = 0; y < height; y++) {
            float row = place(y, height, from.height());
            int above = (int) row;
            int below = Math.min(above + 1, from.height() - 1);
            float down = row - above;
            for (int x = 0; x < width; x++) {
                float column = place(x, width, from.width());
                int left = (int) column;
                int right = Math.min(left + 1, from.width() - 1);
                float across = column - left;
                float top = mix(observations, start + above * from.width(), left, right, across);
                float bottom = mix(observations, start + below * from.width(), left, right, across);
                plane[y * width + x] = top + down * (bottom - top);
            }
        }
    }

    private static float mix(FloatBuffer observations, int row, int left, int right, float across) {
        float first = observations.get(row + left);
        return first + across * (observations.get(row + right) - first);
    }

    /** Where a target pixel lies among the source's, at least 0 and at most the last. */
    private static float place(int target, int targets, int sources) {
        return Math.clamp((target + 0.5f) * sources / targets - 0.5f, 0f, sources - 1f);
    }
}
