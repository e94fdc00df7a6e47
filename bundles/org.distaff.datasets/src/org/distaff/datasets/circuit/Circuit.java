package org.distaff.datasets.circuit;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.work.Listing;

/**
 * An arm and three lamps, each cut into 256 levels and drawn from the levels' middles, so that a picture is a function
 * of its factor row, listed or not.
 *
 * @param resolution pixels per axis
 * @param rows       the factor rows that the mechanism made; none when every combination counts, as if by intervention
 * @param digest     names the content
 */
record Circuit(int resolution, Optional<int[]> rows, String digest) implements Dataset {

    private static final int LEVELS = 256;

    static final FactorSpace SPACE = new FactorSpace(List.of(new Factor("arm", LEVELS, FactorKind.CONTINUOUS),
            new Factor("blue", LEVELS, FactorKind.CONTINUOUS), new Factor("green", LEVELS, FactorKind.CONTINUOUS),
            new Factor("red", LEVELS, FactorKind.CONTINUOUS)));

    /** Rows of states drawn one after the other. */
    static int[] draw(int points, boolean keptOnly, RandomGenerator random) {
        int[] rows = new int[points * SPACE.count()];
        for (int at = 0; at < rows.length;) {
            State drawn = Mechanism.draw(random);
            int[] row = {level(drawn.arm()), level(drawn.blue()), level(drawn.green()), level(drawn.red())};
            if (!keptOnly || state(row, 0).kept()) {
                System.arraycopy(row, 0, rows, at, row.length);
                at += row.length;
            }
        }
        return rows;
    }

    private static int level(double value) {
        return Listing.level(value, 0, 1, LEVELS);
    }

    private static State state(int[] rows, int at) {
        return new State(value(rows[at]), value(rows[at + 1]), value(rows[at + 2]), value(rows[at + 3]));
    }

    private static double value(int level) {
        return Listing.value(level, 0, 1, LEVELS);
    }

    @Override
    public FactorSpace factors() {
        return SPACE;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(3, resolution, resolution);
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int at = 0; at < factorRows.length; at += SPACE.count()) {
            state(factorRows, at).draw(resolution).writeTo(target);
        }
    }
}
