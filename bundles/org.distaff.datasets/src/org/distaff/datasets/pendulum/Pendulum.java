package org.distaff.datasets.pendulum;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.work.Listing;

/** 84 angles of a pendulum times 87 of a light: 7,308 pictures, drawn on demand. */
final class Pendulum implements Dataset {

    private static final int FACTORS = 4;
    private static final int FIRST_ANGLE = -40;
    private static final int ANGLES = 84;
    private static final int FIRST_LIGHT = 60;
    private static final int LIGHTS = 87;
    /** The light at a right angle, whose tangent is infinite, is left out. */
    private static final int NO_LIGHT = 100;

    private final int resolution;
    private final boolean published;
    private final String split;
    private final FactorSpace space;
    private final int[] rows;
    private final Map<Integer, Swing> swings = new HashMap<>();

    /**
     * @param published whether shadow labels are the whole numbers of the published file names, and not 256 levels
     * @param split     "all", "train" or "test"
     */
    Pendulum(int resolution, boolean published, String split) {
        this.resolution = resolution;
        this.published = published;
        this.split = split;
        this.space = new FactorSpace(List.of(new Factor("pendulum-angle", ANGLES, FactorKind.CONTINUOUS),
                new Factor("light-angle", LIGHTS, FactorKind.CONTINUOUS), published
                        ? new Factor("shadow-length", 10, FactorKind.ORDINAL, names(3, 10))
                        : new Factor("shadow-length", 256, FactorKind.CONTINUOUS), published
                                ? new Factor("shadow-position", 18, FactorKind.ORDINAL, names(2, 18))
                                : new Factor("shadow-position", 256, FactorKind.CONTINUOUS)));
        List<int[]> kept = new ArrayList<>();
        for (int render = 0; render < ANGLES * LIGHTS; render++) {
            int angle = render / LIGHTS;
            int light = render % LIGHTS;
            Swing swing = Swing.of(FIRST_ANGLE + angle, step(light));
            swings.put(render, swing);
            boolean test = render > 0 && render % 4 == 0;
            if (split.equals("all") || test == split.equals("test")) {
                kept.add(row(angle, light, swing));
            }
        }
        this.rows = kept.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static int step(int light) {
        int step = FIRST_LIGHT + light;
        return step < NO_LIGHT ? step : step + 1;
    }

    private static List<String> names(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Integer::toString).toList();
    }

    private int[] row(int angle, int light, Swing swing) {
        return published
                ? new int[] {angle, light, (int) swing.shadowLength() - 3, (int) swing.shadowPosition() - 2}
                : new int[] {angle, light, Listing.level(swing.shadowLength(), 3, 13, 256),
                    Listing.level(swing.shadowPosition(), 2, 20, 256)};
    }

    @Override
    public FactorSpace factors() {
        return space;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(3, resolution, resolution);
    }

    @Override
    public Optional<int[]> rows() {
        return Optional.of(rows);
    }

    @Override
    public String digest() {
        return "pendulum/1/" + resolution + "/" + (published ? "published" : "exact") + "/" + split;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row = 0; row < factorRows.length; row += FACTORS) {
            swings.get(factorRows[row] * LIGHTS + factorRows[row + 1]).draw(resolution).writeTo(target);
        }
    }
}
