package org.distaff.datasets.ray;

/** A ray and what it hit first. Reused for many rays, so its fields are open and change. Not thread-safe. */
public final class Ray {

    /** No hit. */
    public static final double NOTHING = Double.POSITIVE_INFINITY;
    /** Hits nearer than this belong to the surface that the ray leaves. */
    public static final double NEAR = 1e-6;

    public double ox;
    public double oy;
    public double oz;
    public double dx;
    public double dy;
    public double dz;
    /** Distance of the nearest hit in lengths of d, or {@link #NOTHING}. */
    public double t;
    /** Outer normal there, length 1. */
    public double nx;
    public double ny;
    public double nz;
    /** The number that the hit solid was offered with. */
    public int part;

    /** Aims the ray anew. */
    public void set(double fromX, double fromY, double fromZ, double towardsX, double towardsY, double towardsZ) {
        ox = fromX;
        oy = fromY;
        oz = fromZ;
        dx = towardsX;
        dy = towardsY;
        dz = towardsZ;
        t = NOTHING;
        part = -1;
    }

    /** Takes a hit if it is the nearest so far; the normal need not have length 1. */
    void offer(double distance, double normalX, double normalY, double normalZ, int number) {
        if (distance > NEAR && distance < t) {
            double length = Math.sqrt(normalX * normalX + normalY * normalY + normalZ * normalZ);
            t = distance;
            nx = normalX / length;
            ny = normalY / length;
            nz = normalZ / length;
            part = number;
        }
    }
}
