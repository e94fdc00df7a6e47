package org.distaff.datasets.ray;

/** An ellipsoid with axes along x, y and z: centre and half axes. */
public record Ellipsoid(double x, double y, double z, double rx, double ry, double rz) implements Solid {

    @Override
    public void hit(Ray ray, int number) {
        double px = (ray.ox - x) / rx;
        double py = (ray.oy - y) / ry;
        double pz = (ray.oz - z) / rz;
        double ux = ray.dx / rx;
        double uy = ray.dy / ry;
        double uz = ray.dz / rz;
        double a = ux * ux + uy * uy + uz * uz;
        double b = px * ux + py * uy + pz * uz;
        double c = px * px + py * py + pz * pz - 1;
        double root = b * b - a * c;
        if (root >= 0) {
            double t = (-b - Math.sqrt(root)) / a;
            ray.offer(t, (px + t * ux) / rx, (py + t * uy) / ry, (pz + t * uz) / rz, number);
        }
    }
}
