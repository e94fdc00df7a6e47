package org.distaff.datasets.ray;

/** A pinhole camera that looks horizontally round by an azimuth and down by a pitch. Immutable. */
public final class Camera {

    private final double x;
    private final double y;
    private final double z;
    private final double focal;
    private final double forwardX;
    private final double forwardY;
    private final double forwardZ;
    private final double rightX;
    private final double rightY;
    private final double downX;
    private final double downY;
    private final double downZ;

    /**
     * A camera that orbits the z axis.
     *
     * @param distance horizontal distance from the axis
     * @param height   height above the floor
     * @param azimuth  radians counter-clockwise from the −y direction, seen from above
     * @param pitch    radians below the horizon
     * @param focal    focal length in image widths
     */
    public Camera(double distance, double height, double azimuth, double pitch, double focal) {
        double sin = StrictMath.sin(azimuth);
        double cos = StrictMath.cos(azimuth);
        double down = StrictMath.sin(pitch);
        double level = StrictMath.cos(pitch);
        this.x = distance * sin;
        this.y = -distance * cos;
        this.z = height;
        this.focal = focal;
        this.forwardX = -sin * level;
        this.forwardY = cos * level;
        this.forwardZ = -down;
        this.rightX = cos;
        this.rightY = sin;
        this.downX = sin * down;
        this.downY = -cos * down;
        this.downZ = -level;
    }

    /** Aims a ray through a point of the image: u to the right, v down, both from −½ to ½. */
    public void aim(Ray ray, double u, double v) {
        double a = u / focal;
        double b = v / focal;
        ray.set(x, y, z, forwardX + a * rightX + b * downX, forwardY + a * rightY + b * downY, forwardZ + b * downZ);
    }
}
