package org.distaff.datasets.ray;

/** A box with sides along the axes: centre and half sizes. */
public record Box(double x, double y, double z, double halfX, double halfY, double halfZ) implements Solid {

    @Override
    public void hit(Ray ray, int number) {
        double enter = Double.NEGATIVE_INFINITY;
        double leave = Double.POSITIVE_INFINITY;
        int axis = 0;
        for (int i = 0; i < 3; i++) {
            double origin = i == 0 ? ray.ox - x : i == 1 ? ray.oy - y : ray.oz - z;
            double direction = i == 0 ? ray.dx : i == 1 ? ray.dy : ray.dz;
            double half = i == 0 ? halfX : i == 1 ? halfY : halfZ;
            double near = (-half - origin) / direction;
            double far = (half - origin) / direction;
            if (near > far) {
                double swapped = near;
                near = far;
                far = swapped;
            }
            if (near > enter) {
                enter = near;
                axis = i;
            }
            leave = Math.min(leave, far);
        }
        if (enter <= leave) {
            ray.offer(enter, axis == 0 ? -ray.dx : 0, axis == 1 ? -ray.dy : 0, axis == 2 ? -ray.dz : 0, number);
        }
    }
}
