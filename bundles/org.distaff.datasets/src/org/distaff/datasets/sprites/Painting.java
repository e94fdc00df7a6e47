package org.distaff.datasets.sprites;

import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.file.image.Picture;

/**
 * An expressionist landscape that stands in for The Scream: a fiery sky in wavy strokes, a dark fjord, a brown shore
 * with a slanted bridge. 220 × 274 pixels, about the size at which the painting's usual scan fits into 350 × 274. Made
 * of smooth lattice noise, with products, sums and floors only, so it has the same bytes on every machine.
 */
final class Painting {

    static final int WIDTH = 220;
    static final int HEIGHT = 274;

    private static final int[] SKY = {0xb5391e, 0xe2762a, 0xf3b74a, 0xd9552b, 0xf0d08a, 0x8c3a2c};
    private static final int[] FJORD = {0x14243f, 0x2c4a63, 0x4f6e6a, 0x1c2f4d, 0x87915f, 0x25364a};
    private static final int[] SHORE = {0x4a2c1a, 0x7a4a26, 0x2c1c18, 0xa0703a, 0x5b3a2e, 0x38302a};
    private static final int LATTICE = 64;

    private final double[] lattice = new double[LATTICE * LATTICE];

    private Painting() {
        RandomGenerator random = RandomStreams.derive(0, "sprites/painting");
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = random.nextDouble();
        }
    }

    /** Always the same picture, three channels. */
    static Picture draw() {
        Painting painting = new Painting();
        byte[] values = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            painting.paint((i % WIDTH + 0.5) / HEIGHT, (i / WIDTH + 0.5) / HEIGHT, values, 3 * i);
        }
        return new Picture(WIDTH, HEIGHT, 3, values);
    }

    /** @param x to the right in [0, 0.8], y down in [0, 1] */
    private void paint(double x, double y, byte[] values, int at) {
        double bend = noise(4 * x, 3 * y) - 0.5;
        double curl = noise(3 * x + 20, 5 * y + 9) - 0.5;
        double[] sky = stroke(SKY, 9 * y + 3 * bend + 1.6 * curl);
        double[] fjord = stroke(FJORD, 11 * y + 4 * x + 4 * curl);
        double[] shore = stroke(SHORE, 13 * (y - 0.9 * x) + 1.5 * bend);
        double horizon = step(y + 0.12 * bend, 0.38, 0.43);
        double bank = step(y + 0.9 * x + 0.1 * curl, 1.12, 1.16);
        double bridge = step(y + 1.1 * x - 0.2 * curl, 1, 1.01) * step(0.86 - y + 0.7 * x, 0.2, 0.24);
        double grain = 0.86 + 0.28 * noise(26 * x + 8 * y, 90 * y - 18 * x);
        for (int c = 0; c < 3; c++) {
            double colour = mix(mix(sky[c], fjord[c], horizon), shore[c], Math.max(bank * bridge, bank * 0.85));
            values[at + c] = (byte) Math.clamp(Math.round(colour * grain), 0, 255);
        }
    }

    /** The palette's colours one after the other, each a stroke that runs into the next. */
    private static double[] stroke(int[] palette, double position) {
        double cell = Math.floor(position);
        int from = palette[Math.floorMod((int) cell, palette.length)];
        int to = palette[Math.floorMod((int) cell + 1, palette.length)];
        double share = step(position - cell, 0.35, 1);
        double[] colour = new double[3];
        for (int c = 0; c < 3; c++) {
            colour[c] = mix(from >> 16 - 8 * c & 0xff, to >> 16 - 8 * c & 0xff, share);
        }
        return colour;
    }

    /** Smooth noise in [0, 1] with one value per unit square's corner, repeated after 64 units. */
    private double noise(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = step(x - column, 0, 1);
        double down = step(y - row, 0, 1);
        return mix(mix(corner(column, row), corner(column + 1, row), right),
                mix(corner(column, row + 1), corner(column + 1, row + 1), right), down);
    }

    private double corner(int column, int row) {
        return lattice[Math.floorMod(row, LATTICE) * LATTICE + Math.floorMod(column, LATTICE)];
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** 0 up to one edge, 1 from the other on, smooth between. */
    private static double step(double value, double from, double to) {
        double t = Math.clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
