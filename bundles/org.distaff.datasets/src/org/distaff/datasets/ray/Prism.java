package org.distaff.datasets.ray;

/** A convex outline in the x–z plane pulled along y to both sides, which may lean inwards. Immutable. */
public final class Prism implements Solid {

    /** Outer normal and distance from the origin of each face, not of length 1: nx, ny, nz, d, nx, … */
    private final double[] faces;

    /**
     * At height z the prism reaches from −w to w along y with w = half − lean (z − base).
     *
     * @param outline corners x₁, z₁, x₂, z₂ …, counter-clockwise when x goes to the right and z up
     * @param half    half width at the base
     * @param lean    how much a side leans inwards on a unit of height
     * @param base    height at which the width is 2·half
     */
    public Prism(double[] outline, double half, double lean, double base) {
        int corners = outline.length / 2;
        faces = new double[4 * (corners + 2)];
        for (int i = 0; i < corners; i++) {
            double x = outline[2 * i];
            double z = outline[2 * i + 1];
            double normalX = outline[(2 * i + 3) % outline.length] - z;
            double normalZ = x - outline[(2 * i + 2) % outline.length];
            face(i, normalX, 0, normalZ, normalX * x + normalZ * z);
        }
        face(corners, 0, -1, lean, half + lean * base);
        face(corners + 1, 0, 1, lean, half + lean * base);
    }

    private void face(int i, double normalX, double normalY, double normalZ, double distance) {
        faces[4 * i] = normalX;
        faces[4 * i + 1] = normalY;
        faces[4 * i + 2] = normalZ;
        faces[4 * i + 3] = distance;
    }

    @Override
    public void hit(Ray ray, int number) {
        double enter = Double.NEGATIVE_INFINITY;
        double leave = Double.POSITIVE_INFINITY;
        int first = 0;
        for (int i = 0; i < faces.length; i += 4) {
            double towards = faces[i] * ray.dx + faces[i + 1] * ray.dy + faces[i + 2] * ray.dz;
            double inside = faces[i + 3] - faces[i] * ray.ox - faces[i + 1] * ray.oy - faces[i + 2] * ray.oz;
            if (towards == 0 && inside < 0) {
                return;
            }
            if (towards < 0 && inside / towards > enter) {
                enter = inside / towards;
                first = i;
            } else if (towards > 0) {
                leave = Math.min(leave, inside / towards);
            }
            if (enter > leave) {
                return;
            }
        }
        ray.offer(enter, faces[first], faces[first + 1], faces[first + 2], number);
    }
}
