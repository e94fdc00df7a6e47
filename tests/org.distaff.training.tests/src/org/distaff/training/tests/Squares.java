package org.distaff.training.tests;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;

/** White squares of three sizes on a 4×4 grid of places: small enough for a test, structured enough to be learnt. */
record Squares(int channels, int side) implements Dataset {

    @Override
    public FactorSpace factors() {
        return new FactorSpace(List.of(new Factor("size", 3, FactorKind.ORDINAL),
                new Factor("x", 4, FactorKind.CONTINUOUS), new Factor("y", 4, FactorKind.CONTINUOUS)));
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(channels, side, side);
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row = 0; row < factorRows.length; row += 3) {
            int width = side / 8 * (1 + factorRows[row]);
            int left = side / 8 * factorRows[row + 1];
            int top = side / 8 * factorRows[row + 2];
            for (int pixel = 0; pixel < channels * side * side; pixel++) {
                int x = pixel % side - left;
                int y = pixel / side % side - top;
                target.put(x >= 0 && x < width && y >= 0 && y < width ? 1 : 0);
            }
        }
    }

    @Override
    public String digest() {
        return "squares-" + channels + "-" + side;
    }
}
