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
 * One car: solids with what they are made of. x points to the front, z up, the ground is z = 0. Kind and colour of a
 * car differ from every other's in at least one, and its proportions are drawn from a stream of its own.
 *
 * @param style  kind
 * @param half   half its length
 * @param waist  height of the waist, where the windows begin
 * @param roof   height of the roof, a little above where the windows end
 * @param pillar distance of the posts between the windows
 * @param paint  colour of the body
 * @param second colour of the roof and of what is carried
 * @param parts  solids, each with a {@link Material} of its own
 */
record Car(CarStyle style, double half, double waist, double roof, double pillar, int paint, int second,
        List<Part> parts) {

    /** How many cars there are, as in Cars3D. */
    static final int COUNT = 183;

    /** A solid and what it is made of. */
    record Part(Solid solid, Material material) {
    }

    private static final int[] PAINTS = {0xc01820, 0xe8641c, 0xf0b41e, 0xf4e04a, 0x8fbe2c, 0x2c8c3c, 0x12583c, 0x1f9c94,
        0x58c4dc, 0x2a7cc8, 0x1c3c98, 0x44288c, 0x8a3ca8, 0xd050a0, 0xf0a0b4, 0x7c1c3c, 0x6c4424, 0xb08850, 0xe0d0b0,
        0xf0f0ee, 0xb4b8bc, 0x787c84, 0x44484e, 0x1c1c20};
    private static final int[] SECONDS = {0xf0f0ee, 0x202024, 0xb4b8bc};
    /** Prime to the 8 · 24 kinds and colours, so that neighbours differ in both and no pair comes twice. */
    private static final int STRIDE = 67;

    /** @param number in [0, {@link #COUNT}) */
    static Car of(int number) {
        CarStyle[] styles = CarStyle.values();
        int pair = number * STRIDE % (styles.length * PAINTS.length);
        CarStyle style = styles[pair % styles.length];
        RandomGenerator random = RandomStreams.derive(0, "turntable/car/" + number);
        // half its length and half its width
        double half = style.length / 2 * about(0.07, random);
        double breadth = style.width / 2 * about(0.06, random);
        double waist = style.waist * about(0.08, random);
        double roof = waist + (style.roof - style.waist) * about(0.1, random);
        double nose = waist * Math.min(1, style.nose * about(0.05, random));
        double[] cabin = style.cabin.clone();
        double shift = style == CarStyle.BUS ? 0 : 0.04 * (2 * random.nextDouble() - 1);
        cabin[1] += shift / 4;
        cabin[3] += shift;
        double wheel = (style == CarStyle.LORRY || style == CarStyle.BUS ? 0.2 : 0.17) * about(0.1, random);
        double axle = half * (0.6 + 0.06 * random.nextDouble());
        int paint = PAINTS[pair / styles.length];
        int second = random.nextDouble() < 0.3 ? SECONDS[random.nextInt(SECONDS.length)] : paint;
        List<Part> parts = new ArrayList<>();
        double sill = 0.14;
        double bonnet = half * Math.clamp(cabin[1], 0.1, 0.97); // behind the nose, to keep the outline convex
        parts.add(new Part(new Prism(new double[] {-0.97 * half, sill, 0.97 * half, sill, half, (sill + nose) / 2,
            0.98 * half, nose, bonnet, waist, -0.99 * half, waist, -half, (sill + waist) / 2}, breadth, 0.08, sill),
                Material.BODY));
        parts.add(new Part(new Prism(new double[] {cabin[0] * half, waist, cabin[1] * half, waist, cabin[3] * half, roof,
            cabin[2] * half, roof}, 0.96 * breadth, 0.16, waist), Material.CABIN));
        for (int side = -1; side <= 1; side += 2) {
            for (int end = -1; end <= 1; end += 2) {
                parts.add(new Part(new Wheel(end * axle, side * (breadth - 0.05), wheel, wheel, 0.07), Material.WHEEL));
            }
            parts.add(new Part(new Box(0.96 * half, side * 0.7 * breadth, 0.8 * nose, 0.045 * half, 0.16 * breadth, 0.05),
                    Material.HEADLIGHT));
            parts.add(new Part(new Box(-0.97 * half, side * 0.75 * breadth, 0.8 * waist, 0.035 * half, 0.13 * breadth, 0.06),
                    Material.TAILLIGHT));
        }
        if (style == CarStyle.LORRY) {
            double top = 1.26 * about(0.08, random);
            second = SECONDS[random.nextInt(SECONDS.length)];
            parts.add(new Part(new Box(-0.32 * half, 0, (waist + top) / 2, 0.68 * half, 0.98 * breadth, (top - waist) / 2),
                    Material.LOAD));
        } else if (style != CarStyle.BUS && random.nextDouble() < 0.25) {
            double middle = (cabin[2] + cabin[3]) / 2 * half;
            parts.add(new Part(new Box(middle, 0, roof + 0.03, 0.3 * (cabin[3] - cabin[2]) * half, 0.5 * breadth, 0.05),
                    Material.LOAD));
        }
        if (style == CarStyle.COUPE || style == CarStyle.SALOON && random.nextDouble() < 0.3) {
            parts.add(new Part(new Box(-0.92 * half, 0, waist + 0.1, 0.06 * half, 0.9 * breadth, 0.02), Material.BODY));
        }
        double pillar = half * (style == CarStyle.BUS ? 0.27 : 0.42) * about(0.1, random);
        return new Car(style, half, waist, roof, pillar, paint, second, List.copyOf(parts));
    }

    /** A factor near 1. */
    private static double about(double share, RandomGenerator random) {
        return 1 + share * (2 * random.nextDouble() - 1);
    }
}
