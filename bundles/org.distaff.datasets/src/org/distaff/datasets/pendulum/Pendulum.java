package org.distaff.datasets.pendulum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.datasets.draw.Drawings;
import org.distaff.datasets.file.ListedDataset;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.work.Listing;

/** 84 angles of a pendulum times 87 of a light: 7,308 pictures, drawn on demand. */
final class Pendulum {

    private static final int FIRST_ANGLE = -40;
    private static final int ANGLES = 84;
    private static final int FIRST_LIGHT = 60;
    private static final int LIGHTS = 87;
    /** The light at a right angle, whose tangent is infinite, is left out. */
    private static final int NO_LIGHT = 100;

    private Pendulum() {
    }

    /**
     * @param published whether shadow labels are the whole numbers of the published file names, and not 256 levels
     * @param split     "all", "train" or "test"
     */
    static Dataset open(int resolution, boolean published, String split) {
        List<int[]> rows = new ArrayList<>();
        List<Swing> swings = new ArrayList<>();
        for (int render = 0; render < ANGLES * LIGHTS; render++) {
            boolean test = render > 0 && render % 4 == 0;
            if (split.equals("all") || test == split.equals("test")) {
                int angle = render / LIGHTS;
                int light = render % LIGHTS;
                Swing swing = Swing.of(FIRST_ANGLE + angle, step(light));
                swings.add(swing);
                rows.add(published
                        ? new int[] {angle, light, (int) swing.shadowLength() - 3, (int) swing.shadowPosition() - 2}
                        : new int[] {angle, light, Listing.level(swing.shadowLength(), 3, 13, 256),
                            Listing.level(swing.shadowPosition(), 2, 20, 256)});
            }
        }
        int[] listed = rows.stream().flatMapToInt(Arrays::stream).toArray();
        return new ListedDataset(new Drawings(resolution, swings), new ListedFactors(space(published), listed),
                ObservationKind.IMAGE,
                "pendulum/1/" + resolution + "/" + (published ? "published" : "exact") + "/" + split);
    }

    private static int step(int light) {
        int step = FIRST_LIGHT + light;
        return step < NO_LIGHT ? step : step + 1;
    }

    private static FactorSpace space(boolean published) {
        return new FactorSpace(List.of(new Factor("pendulum-angle", ANGLES, FactorKind.CONTINUOUS),
                new Factor("light-angle", LIGHTS, FactorKind.CONTINUOUS),
                published ? new Factor("shadow-length", 10, FactorKind.ORDINAL, names(3, 10))
                        : new Factor("shadow-length", 256, FactorKind.CONTINUOUS),
                published ? new Factor("shadow-position", 18, FactorKind.ORDINAL, names(2, 18))
                        : new Factor("shadow-position", 256, FactorKind.CONTINUOUS)));
    }

    private static List<String> names(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Integer::toString).toList();
    }
}
