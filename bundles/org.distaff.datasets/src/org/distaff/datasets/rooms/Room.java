package org.distaff.datasets.rooms;

import org.distaff.datasets.ray.Box;
import org.distaff.datasets.ray.Capsule;
import org.distaff.datasets.ray.Cylinder;
import org.distaff.datasets.ray.Ellipsoid;
import org.distaff.datasets.ray.Raster;
import org.distaff.datasets.ray.Ray;
import org.distaff.datasets.ray.Solid;

/**
 * One scene: a solid on the floor at the origin, two walls that meet behind it, a sky above them. Lengths in units of
 * the solid's size; the light comes from the upper left, from behind the solid, so that its shadow falls to the lower
 * right. Immutable.
 */
final class Room implements Raster.Scene {

    static final int SKY = 0;
    static final int FLOOR = 1;
    static final int LEFT_WALL = 2;
    static final int RIGHT_WALL = 3;
    static final int SOLID = 4;
    static final int SHADOW = 5;

    private static final float[] SKY_COLOUR = {153 / 255f, 226 / 255f, 249 / 255f};
    /** Distance of each wall's plane from the origin, and how high the walls are. */
    private static final double WALL = 2.76;
    private static final double WALL_HEIGHT = 3.15;
    private static final double HALF_ROOT = Math.sqrt(0.5);
    /** Where the light is, length 1: 0.48² + 0.36² + 0.8² = 1. */
    private static final double LIGHT_X = -0.48;
    private static final double LIGHT_Y = 0.36;
    private static final double LIGHT_Z = 0.8;

    private final float[] floor;
    private final float[] wall;
    private final float[] object;
    private final Solid solid;

    /** @param colours of floor, wall and solid, red, green and blue in [0, 1] */
    Room(float[] floor, float[] wall, float[] object, int shape, double scale) {
        this.floor = floor;
        this.wall = wall;
        this.object = object;
        this.solid = switch (shape) {
            case 0 -> new Box(0, 0, 0.65 * scale, 0.65 * scale, 0.65 * scale, 0.65 * scale);
            case 1 -> new Cylinder(0, 0, 0, 0.7 * scale, 1.4 * scale);
            case 2 -> new Ellipsoid(0, 0, 0.8 * scale, 0.8 * scale, 0.8 * scale, 0.8 * scale);
            default -> new Capsule(0, 0, 0, 0.6 * scale, 1.8 * scale);
        };
    }

    @Override
    public int see(Ray ray, float[] colour) {
        solid.hit(ray, SOLID);
        if (ray.part == SOLID) {
            double light = ray.nx * LIGHT_X + ray.ny * LIGHT_Y + ray.nz * LIGHT_Z;
            return paint(colour, object, 0.78 + 0.22 * light, SOLID);
        }
        double right = wallDistance(ray, HALF_ROOT);
        double left = wallDistance(ray, -HALF_ROOT);
        double distance = Math.min(left, right);
        double ground = ray.dz < 0 ? -ray.oz / ray.dz : Ray.NOTHING;
        if (ground < distance) {
            return floor(ray, ground, colour);
        }
        double up = ray.oz + distance * ray.dz;
        if (distance == Ray.NOTHING || up > WALL_HEIGHT) {
            return paint(colour, SKY_COLOUR, 1, SKY);
        }
        boolean isLeft = left < right;
        double along = (ray.ox + distance * ray.dx) * HALF_ROOT
                - (isLeft ? -1 : 1) * (ray.oy + distance * ray.dy) * HALF_ROOT;
        double texture = 0.02 * wave(along * 1.7) * wave(up * 1.1);
        return paint(colour, wall, (isLeft ? 0.84 : 0.95) + texture, isLeft ? LEFT_WALL : RIGHT_WALL);
    }

    private static double wallDistance(Ray ray, double normalX) {
        double towards = ray.dx * normalX + ray.dy * HALF_ROOT;
        return towards <= 0 ? Ray.NOTHING : (WALL - ray.ox * normalX - ray.oy * HALF_ROOT) / towards;
    }

    private int floor(Ray ray, double distance, float[] colour) {
        double x = ray.ox + distance * ray.dx;
        double y = ray.oy + distance * ray.dy;
        double texture = 0.015 * wave(x * 1.3) * wave(y * 1.3);
        ray.set(x, y, 0, LIGHT_X, LIGHT_Y, LIGHT_Z);
        solid.hit(ray, SOLID);
        boolean shadow = ray.part == SOLID;
        return paint(colour, floor, (shadow ? 0.5 : 0.92) + texture, shadow ? SHADOW : FLOOR);
    }

    /** A smooth wave of period 2 between −1 and 1, made of parabolas. */
    private static double wave(double x) {
        double phase = x - 2 * Math.floor(x / 2);
        double half = phase < 1 ? phase : phase - 1;
        return (phase < 1 ? 4 : -4) * half * (1 - half);
    }

    private static int paint(float[] colour, float[] material, double light, int part) {
        for (int c = 0; c < 3; c++) {
            colour[c] = (float) Math.clamp(material[c] * light, 0, 1);
        }
        return part;
    }
}
