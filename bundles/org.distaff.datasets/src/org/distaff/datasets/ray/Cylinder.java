package org.distaff.datasets.ray;

/** An upright cylinder: centre of its base, radius and height. */
public record Cylinder(double x, double y, double z, double radius, double height) implements Solid {

    @Override
    public void hit(Ray ray, int number) {
        double px = ray.ox - x;
        double py = ray.oy - y;
        double a = ray.dx * ray.dx + ray.dy * ray.dy;
        double b = px * ray.dx + py * ray.dy;
        double root = b * b - a * (px * px + py * py - radius * radius);
        if (root >= 0 && a > 0) {
            double t = (-b - Math.sqrt(root)) / a;
            double up = ray.oz + t * ray.dz - z;
            if (up >= 0 && up <= height) {
                ray.offer(t, px + t * ray.dx, py + t * ray.dy, 0, number);
            }
        }
        double lid = (z + (ray.dz < 0 ? height : 0) - ray.oz) / ray.dz;
        double lx = px + lid * ray.dx;
        double ly = py + lid * ray.dy;
        if (lx * lx + ly * ly <= radius * radius) {
            ray.offer(lid, 0, 0, -ray.dz, number);
        }
    }
}
