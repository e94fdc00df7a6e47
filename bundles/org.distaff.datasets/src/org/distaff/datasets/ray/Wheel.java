package org.distaff.datasets.ray;

/** A cylinder that lies along y: centre, radius and half width. */
public record Wheel(double x, double y, double z, double radius, double half) implements Solid {

    @Override
    public void hit(Ray ray, int number) {
        double px = ray.ox - x;
        double pz = ray.oz - z;
        double a = ray.dx * ray.dx + ray.dz * ray.dz;
        double b = px * ray.dx + pz * ray.dz;
        double root = b * b - a * (px * px + pz * pz - radius * radius);
        if (root >= 0 && a > 0) {
            double t = (-b - Math.sqrt(root)) / a;
            if (Math.abs(ray.oy + t * ray.dy - y) <= half) {
                ray.offer(t, px + t * ray.dx, 0, pz + t * ray.dz, number);
            }
        }
        double side = (y + (ray.dy < 0 ? half : -half) - ray.oy) / ray.dy;
        double sx = px + side * ray.dx;
        double sz = pz + side * ray.dz;
        if (sx * sx + sz * sz <= radius * radius) {
            ray.offer(side, 0, -ray.dy, 0, number);
        }
    }
}
