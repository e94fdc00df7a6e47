package org.distaff.cli.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Representation;

/**
 * Ten latents over dSprites' factor space: six that mix factors the way trained encoders do, with uniform noise of
 * ±0.15, and four dead ones with uniform noise of ±0.05. The noise is a function of the factors, as an encoder's is:
 * equal rows have equal codes. The reference's times were measured on codes of this formula, looked up in a table.
 */
final class ClosedFormCodes implements CodeSource {

    static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("shape", 3, FactorKind.NOMINAL), new Factor("scale", 6, FactorKind.ORDINAL),
            new Factor("orientation", 40, FactorKind.CIRCULAR), new Factor("x", 32, FactorKind.CONTINUOUS),
            new Factor("y", 32, FactorKind.CONTINUOUS)));

    private static final int LATENTS = 10;
    private static final int CODED = 6;
    private static final double NOISE = 0.15;
    private static final double DEAD_NOISE = 0.05;
    /** Makes integers of 32 bits numbers from −1 to 1. */
    private static final double UNIT = 0x1p-31;
    private static final int ORIENTATION = 2;

    /** For each factor its values with mean 0 and variance 1. */
    private final double[][] standardised = new double[SPACE.count()][];
    private final double[] cosine = new double[SPACE.size(ORIENTATION)];
    private final double[] sine = new double[SPACE.size(ORIENTATION)];
    private final double[] doubled = new double[SPACE.size(ORIENTATION)];

    ClosedFormCodes() {
        for (int k = 0; k < standardised.length; k++) {
            int size = SPACE.size(k);
            double deviation = Math.sqrt((size * size - 1) / 12.0);
            standardised[k] = IntStream.range(0, size).mapToDouble(v -> (v - (size - 1) / 2.0) / deviation).toArray();
        }
        for (int v = 0; v < cosine.length; v++) {
            double angle = 2 * Math.PI * v / (cosine.length - 1); // the first and the last orientation are the same
            cosine[v] = Math.cos(angle);
            sine[v] = Math.sin(angle);
            doubled[v] = Math.cos(2 * angle);
        }
    }

    @Override
    public FactorSpace space() {
        return SPACE;
    }

    @Override
    public int latents() {
        return LATENTS;
    }

    @Override
    public Representation sample(int points, RandomGenerator random) {
        return look(SPACE.sample(points, random));
    }

    @Override
    public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
        int[] rows = SPACE.sample(factor.length, random);
        for (int i = 0; i < factor.length; i++) {
            rows[i * SPACE.count() + factor[i]] = value[i];
        }
        return look(rows);
    }

    private Representation look(int[] rows) {
        int factors = SPACE.count();
        double[] codes = new double[rows.length / factors * LATENTS];
        for (int n = 0; n < rows.length / factors; n++) {
            write(rows, n * factors, codes, n * LATENTS);
        }
        return new Representation(SPACE, LATENTS, codes, rows);
    }

    private void write(int[] rows, int row, double[] codes, int at) {
        double shape = standardised[0][rows[row]];
        double scale = standardised[1][rows[row + 1]];
        int orientation = rows[row + ORIENTATION];
        codes[at] = 1.6 * standardised[4][rows[row + 4]] + 0.15 * scale;
        codes[at + 1] = -1.5 * standardised[3][rows[row + 3]] + 0.2 * scale * scale;
        codes[at + 2] = 1.2 * scale + 0.5 * shape;
        codes[at + 3] = cosine[orientation] + 0.3 * shape;
        codes[at + 4] = (1 + 0.3 * scale) * sine[orientation];
        codes[at + 5] = 0.6 * shape + 0.4 * doubled[orientation];
        long atom = 0;
        for (int k = 0; k < SPACE.count(); k++) {
            atom = atom * SPACE.size(k) + rows[row + k];
        }
        for (int d = 0; d < LATENTS; d += 2) {
            long bits = mix(atom * LATENTS + d);
            double noise = d < CODED ? NOISE : DEAD_NOISE;
            codes[at + d] = (float) (codes[at + d] + noise * (int) bits * UNIT);
            codes[at + d + 1] = (float) (codes[at + d + 1] + noise * (int) (bits >> 32) * UNIT);
        }
    }

    /** Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014, figure 17. */
    private static long mix(long number) {
        long z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
