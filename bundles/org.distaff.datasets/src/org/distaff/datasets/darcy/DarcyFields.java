package org.distaff.datasets.darcy;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.work.Listing;
import org.distaff.datasets.work.Once;

/**
 * Pressure and velocity of Darcy flow through random permeabilities. A factor is the weight of an eigenfunction of
 * log K, cut into equal levels over [−4, 4]; fields are computed from the levels' middles and remembered. Cost: some
 * thousandths of a second for a new field, a copy for a remembered one; 51 kB each for at most 4,096 of them.
 */
final class DarcyFields implements Dataset {

    static final int NODES = 65;
    private static final double LENGTH = 0.1;
    private static final double RANGE = 4;
    private static final int REMEMBERED = 4096;

    private final int levels;
    private final String digest;
    private final FactorSpace space;
    private final int[] rows;
    private final Once<KarhunenLoeve> modes;
    private final DarcyFlow flow;
    private final Map<List<Integer>, float[]> fields = new ConcurrentHashMap<>();

    /** @param weights weights of the modes, {@code N × modes} row by row */
    DarcyFields(double[] weights, int modeCount, int levels, boolean conservative, String digest) {
        this.levels = levels;
        this.digest = digest;
        this.space = new FactorSpace(IntStream.rangeClosed(1, modeCount)
                .mapToObj(i -> new Factor("weight-" + i, levels, FactorKind.CONTINUOUS)).toList());
        this.rows = Arrays.stream(weights).mapToInt(w -> Listing.level(w, -RANGE, RANGE, levels)).toArray();
        this.modes = new Once<>(() -> KarhunenLoeve.of(NODES, LENGTH, modeCount));
        this.flow = new DarcyFlow(NODES, conservative);
    }

    @Override
    public FactorSpace factors() {
        return space;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(3, NODES, NODES);
    }

    @Override
    public ObservationKind kind() {
        return ObservationKind.VECTOR;
    }

    @Override
    public Optional<int[]> rows() {
        return Optional.of(rows);
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int start = 0; start < factorRows.length; start += space.count()) {
            List<Integer> row = Arrays.stream(factorRows, start, start + space.count()).boxed().toList();
            float[] field = fields.get(row);
            if (field == null) {
                field = solve(row);
                if (fields.size() < REMEMBERED) {
                    fields.put(row, field);
                }
            }
            target.put(field);
        }
    }

    private float[] solve(List<Integer> row) {
        double[] weights = row.stream().mapToDouble(level -> Listing.value(level, -RANGE, RANGE, levels)).toArray();
        double[] permeability = Arrays.stream(modes.get().field(weights)).map(StrictMath::exp).toArray();
        double[] pressure = flow.pressure(permeability);
        float[] field = new float[3 * NODES * NODES];
        store(pressure, field, 0);
        store(flow.velocity(permeability, pressure, true), field, 1);
        store(flow.velocity(permeability, pressure, false), field, 2);
        return field;
    }

    /** As a picture: x to the right and y up. */
    private static void store(double[] grid, float[] field, int channel) {
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                field[(channel * NODES + i) * NODES + j] = (float) grid[j * NODES + NODES - 1 - i];
            }
        }
    }
}
