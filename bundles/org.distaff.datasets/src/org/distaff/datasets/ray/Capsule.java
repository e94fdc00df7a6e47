package org.distaff.datasets.ray;

/** An upright cylinder with half spheres at both ends: centre of its lowest point, radius and whole height. */
public record Capsule(double x, double y, double z, double radius, double height) implements Solid {

    @Override
    public void hit(Ray ray, int number) {
        new Ellipsoid(x, y, z + radius, radius, radius, radius).hit(ray, number);
        new Ellipsoid(x, y, z + height - radius, radius, radius, radius).hit(ray, number);
        double px = ray.ox - x;
        double py = ray.oy - y;
        double a = ray.dx * ray.dx + ray.dy * ray.dy;
        double b = px * ray.dx + py * ray.dy;
        double root = b * b - a * (px * px + py * py - radius * radius);
        if (root >= 0 && a > 0) {
            double t = (-b - Math.sqrt(root)) / a;
            double up = ray.oz + t * ray.dz - z;
            if (up >= radius && up <= height - radius) {
                ray.offer(t, px + t * ray.dx, py + t * ray.dy, 0, number);
            }
        }
    }
}
