package org.distaff.datasets.turntable;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.ray.Box;
import org.distaff.datasets.ray.Prism;
import org.distaff.datasets.ray.Solid;
import org.distaff.datasets.ray.Wheel;

/**
 * Makes the car of a number, always the same one. Kind and paint of a car differ from every other's in at least one,
 * and its proportions are drawn from a stream of its own.
 */
final class CarMaker {

    private static final int[] PAINTS = {0xc01820, 0xe8641c, 0xf0b41e, 0xf4e04a, 0x8fbe2c, 0x2c8c3c, 0x12583c, 0x1f9c94,
        0x58c4dc, 0x2a7cc8, 0x1c3c98, 0x44288c, 0x8a3ca8, 0xd050a0, 0xf0a0b4, 0x7c1c3c, 0x6c4424, 0xb08850, 0xe0d0b0,
        0xf0f0ee, 0xb4b8bc, 0x787c84, 0x44484e, 0x1c1c20};
    private static final int[] SECONDS = {0xf0f0ee, 0x202024, 0xb4b8bc};
    /** Prime to the 8 · 24 kinds and paints, so that neighbours differ in both and no pair comes twice. */
    private static final int STRIDE = 67;
    /** Height of the body's lower edge. */
    private static final double SILL = 0.14;

    private final CarStyle style;
    private final int paint;
    private final RandomGenerator random;
    private final double half;
    private final double side;
    private final double waist;
    private final double roof;
    private final double nose;
    /** Ends of the cabin at the waist and at the roof, in half lengths. */
    private final double[] cabin;
    private final List<Car.Part> parts = new ArrayList<>();

    private CarMaker(int number) {
        CarStyle[] styles = CarStyle.values();
        int pair = number * STRIDE % (styles.length * PAINTS.length);
        style = styles[pair % styles.length];
        paint = PAINTS[pair / styles.length];
        random = RandomStreams.derive(0, "turntable/car/" + number);
        half = style.length / 2 * about(0.07);
        side = style.width / 2 * about(0.06);
        waist = style.waist * about(0.08);
        roof = waist + (style.roof - style.waist) * about(0.1);
        nose = waist * Math.min(1, style.nose * about(0.05));
        cabin = style.cabin.clone();
        double shift = style == CarStyle.BUS ? 0 : 0.04 * (2 * random.nextDouble() - 1);
        cabin[1] += shift / 4;
        cabin[3] += shift;
    }

    /** @param number in [0, {@link Car#COUNT}) */
    static Car make(int number) {
        return new CarMaker(number).make();
    }

    private Car make() {
        double wheel = (style == CarStyle.LORRY || style == CarStyle.BUS ? 0.2 : 0.17) * about(0.1);
        double axle = half * (0.6 + 0.06 * random.nextDouble());
        boolean twoColours = random.nextDouble() < 0.3 || style == CarStyle.LORRY;
        int second = twoColours ? SECONDS[random.nextInt(SECONDS.length)] : paint;
        body();
        for (int left = -1; left <= 1; left += 2) {
            add(new Wheel(-axle, left * (side - 0.05), wheel, wheel, 0.07), Material.WHEEL);
            add(new Wheel(axle, left * (side - 0.05), wheel, wheel, 0.07), Material.WHEEL);
            lamps(left * side);
        }
        load();
        spoiler();
        double pillar = half * (style == CarStyle.BUS ? 0.27 : 0.42) * about(0.1);
        return new Car(style, half, waist, roof, pillar, paint, second, parts);
    }

    private void body() {
        double bonnet = half * Math.clamp(cabin[1], 0.1, 0.97); // behind the nose, to keep the outline convex
        add(new Prism(new double[] {-0.97 * half, SILL, 0.97 * half, SILL, half, (SILL + nose) / 2, 0.98 * half, nose,
            bonnet, waist, -0.99 * half, waist, -half, (SILL + waist) / 2}, side, 0.08, SILL), Material.BODY);
        add(new Prism(new double[] {cabin[0] * half, waist, cabin[1] * half, waist, cabin[3] * half, roof,
            cabin[2] * half, roof}, 0.96 * side, 0.16, waist), Material.CABIN);
    }

    private void lamps(double y) {
        add(new Box(0.96 * half, 0.7 * y, 0.8 * nose, 0.045 * half, 0.16 * side, 0.05), Material.HEADLIGHT);
        add(new Box(-0.97 * half, 0.75 * y, 0.8 * waist, 0.035 * half, 0.13 * side, 0.06), Material.TAILLIGHT);
    }

    private void load() {
        if (style == CarStyle.LORRY) {
            double height = (1.26 * about(0.08) - waist) / 2;
            add(new Box(-0.32 * half, 0, waist + height, 0.68 * half, 0.98 * side, height), Material.LOAD);
        } else if (style != CarStyle.BUS && random.nextDouble() < 0.25) {
            double middle = (cabin[2] + cabin[3]) / 2 * half;
            add(new Box(middle, 0, roof + 0.03, 0.3 * (cabin[3] - cabin[2]) * half, 0.5 * side, 0.05), Material.LOAD);
        }
    }

    private void spoiler() {
        if (style == CarStyle.COUPE || style == CarStyle.SALOON && random.nextDouble() < 0.3) {
            add(new Box(-0.92 * half, 0, waist + 0.1, 0.06 * half, 0.9 * side, 0.02), Material.BODY);
        }
    }

    private void add(Solid solid, Material material) {
        parts.add(new Car.Part(solid, material));
    }

    /** A factor near 1. */
    private double about(double share) {
        return 1 + share * (2 * random.nextDouble() - 1);
    }
}
