package org.distaff.datasets.turntable;

import java.util.List;

import org.distaff.datasets.ray.Raster;
import org.distaff.datasets.ray.Ray;
import org.distaff.datasets.ray.Wheel;

/** A car on white ground with a soft shadow under it. The light stands still while the table turns. Immutable. */
final class CarScene implements Raster.Scene {

    private static final int GROUND = 0;
    private static final int GLASS = 1 << 10;
    private static final int OPENING = 2 << 10;
    private static final int HUB = 3 << 10;
    private static final int WINDOWS = 0x2a3644;
    private static final int TYRE = 0x26262a;
    private static final int DARK = 0x303036;
    private static final double LIGHT_Z = 0.8;
    /** No point of a car is farther than this from its middle, this high above the ground. */
    private static final double REACH = 1.65;
    private static final double MIDDLE = 0.6;

    private final Car car;
    private final double lightX;
    private final double lightY;

    /** @param azimuth radians of the camera's way round the car */
    CarScene(Car car, double azimuth) {
        this.car = car;
        // from the camera's upper left: (−0.48, −0.36, 0.8), of length 1, turned with the camera
        double sin = StrictMath.sin(azimuth);
        double cos = StrictMath.cos(azimuth);
        this.lightX = -0.48 * cos + 0.36 * sin;
        this.lightY = -0.48 * sin - 0.36 * cos;
    }

    @Override
    public int see(Ray ray, float[] colour) {
        List<Car.Part> parts = car.parts();
        for (int i = 0; isNear(ray) && i < parts.size(); i++) {
            parts.get(i).solid().hit(ray, i + 1);
        }
        if (ray.part < 0) {
            return ground(ray, colour);
        }
        double x = ray.ox + ray.t * ray.dx;
        double z = ray.oz + ray.t * ray.dz;
        double light = 0.62 + 0.4 * Math.max(0, ray.nx * lightX + ray.ny * lightY + ray.nz * LIGHT_Z);
        return switch (parts.get(ray.part - 1).material()) {
            case BODY -> isOpening(ray, x) ? paint(colour, DARK, light, OPENING) : paint(colour, car.paint(), light, 1);
            case CABIN -> isGlass(ray, x, z) ? paint(colour, WINDOWS, light, GLASS)
                    : paint(colour, ray.nz > 0.9 ? car.second() : car.paint(), light, ray.nz > 0.9 ? 3 : 2);
            case WHEEL -> isHub(ray, parts.get(ray.part - 1)) ? paint(colour, 0xc8ccd0, light, HUB + ray.part)
                    : paint(colour, TYRE, light, ray.part);
            case HEADLIGHT -> paint(colour, 0xfff6d8, 1, ray.part);
            case TAILLIGHT -> paint(colour, 0xd01414, 1, ray.part);
            case LOAD -> paint(colour, car.style() == CarStyle.LORRY ? car.second() : 0x5c4a38, light, ray.part);
        };
    }

    /** Whether a ray passes the car's middle near enough to hit it at all. */
    private static boolean isNear(Ray ray) {
        double z = ray.oz - MIDDLE;
        double towards = ray.ox * ray.dx + ray.oy * ray.dy + z * ray.dz;
        double length = ray.dx * ray.dx + ray.dy * ray.dy + ray.dz * ray.dz;
        return ray.ox * ray.ox + ray.oy * ray.oy + z * z - towards * towards / length < REACH * REACH;
    }

    /** A pickup's bed: the body's top behind the cabin. */
    private boolean isOpening(Ray ray, double x) {
        return car.style() == CarStyle.PICKUP && ray.nz > 0.9 && x < car.style().cabin[0] * car.half()
                && x > -0.9 * car.half() && Math.abs(ray.oy + ray.t * ray.dy) < 0.36 * car.style().width;
    }

    /** Windows are all round the cabin under the roof, with posts between those of the sides. */
    private boolean isGlass(Ray ray, double x, double z) {
        double share = (z - car.waist()) / (car.roof() - car.waist());
        if (ray.nz > 0.9 || share < 0.12 || share > 0.86) {
            return false;
        }
        boolean side = Math.abs(ray.ny) > Math.abs(ray.nx);
        if (!side) {
            return car.style() != CarStyle.VAN || ray.nx > 0;
        }
        double place = x / car.pillar() + 0.5;
        boolean closed = car.style() == CarStyle.VAN && x < 0.3 * car.half();
        return !closed && Math.abs(place - Math.floor(place) - 0.5) < 0.43;
    }

    private static boolean isHub(Ray ray, Car.Part wheel) {
        if (!(wheel.solid() instanceof Wheel disc) || Math.abs(ray.ny) < 0.9) {
            return false;
        }
        double x = ray.ox + ray.t * ray.dx - disc.x();
        double z = ray.oz + ray.t * ray.dz - disc.z();
        return x * x + z * z < 0.3 * disc.radius() * disc.radius();
    }

    private int ground(Ray ray, float[] colour) {
        double shade = 1;
        if (ray.dz < 0) {
            double t = -ray.oz / ray.dz;
            double x = (ray.ox + t * ray.dx) / (1.15 * car.half());
            double y = (ray.oy + t * ray.dy) / (0.68 * car.style().width);
            double inside = Math.max(0, 1 - x * x * x * x - y * y * y * y);
            shade = 1 - 0.45 * inside;
        }
        return paint(colour, 0xffffff, shade, GROUND);
    }

    private static int paint(float[] colour, int material, double light, int part) {
        for (int c = 0; c < 3; c++) {
            colour[c] = (float) Math.clamp((material >> 16 - 8 * c & 0xff) / 255.0 * light, 0, 1);
        }
        return part;
    }
}
