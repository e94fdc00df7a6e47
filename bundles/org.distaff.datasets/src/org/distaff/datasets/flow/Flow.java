package org.distaff.datasets.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.draw.Drawings;
import org.distaff.datasets.file.ListedDataset;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.work.Listing;

/** 30 balls × 30 amounts of water × 9 holes: 8,100 pictures, drawn on demand. */
final class Flow {

    private static final int BALLS = 30;
    private static final int WATERS = 30;
    private static final int HOLES = 9;
    private static final int LEVELS = 256;

    private Flow() {
    }

    /**
     * @param published whether labels are those of the published file names; of equal ones within a split the last
     *                  rendering is left, as if files had been overwritten
     * @param split     "all", "train" or "test"
     */
    static Dataset open(int resolution, boolean published, String split) {
        double[] splashes = splashes();
        List<Integer> renders = Stream.of("train", "test").filter(part -> split.equals("all") || split.equals(part))
                .flatMap(part -> files(part.equals("test"), published).stream()).toList();
        int[] rows = renders.stream().flatMapToInt(render -> Arrays.stream(row(cup(render), published))).toArray();
        List<Drawings.Drawing> drawings = new ArrayList<>();
        for (int render : renders) {
            drawings.add(pixels -> cup(render).draw(pixels, splashes[render]));
        }
        return new ListedDataset(new Drawings(resolution, drawings), new ListedFactors(space(published), rows),
                ObservationKind.IMAGE,
                "flow/1/" + resolution + "/" + (published ? "published" : "exact") + "/" + split);
    }

    private static double[] splashes() {
        RandomGenerator random = RandomStreams.derive(0, "flow/splash");
        return IntStream.range(0, BALLS * WATERS * HOLES)
                .mapToDouble(i -> 0.01 * Math.max(Math.abs(random.nextGaussian()), 1)).toArray();
    }

    /** The files of a split: later ones overwrite earlier ones of the same name when names are the published labels. */
    private static List<Integer> files(boolean test, boolean published) {
        Map<List<Integer>, Integer> files = new LinkedHashMap<>();
        for (int render = 0; render < BALLS * WATERS * HOLES; render++) {
            if ((render % 5 == 4) == test) {
                files.put(published ? Arrays.stream(row(cup(render), true)).boxed().toList() : List.of(render), render);
            }
        }
        return List.copyOf(files.values());
    }

    private static Cup cup(int render) {
        return new Cup(5 + render / (WATERS * HOLES), 10 + render / HOLES % WATERS, 6 + render % HOLES);
    }

    private static int[] row(Cup cup, boolean published) {
        return published
                ? new int[] {cup.ball() - 5, (int) cup.height() - 1, (int) (10 * cup.reach()) - 17, cup.hole() - 6}
                : new int[] {cup.ball() - 5, Listing.level(cup.height(), 1, 5.5, LEVELS),
                    Listing.level(cup.reach(), 1.7, 6.8, LEVELS), cup.hole() - 6};
    }

    private static FactorSpace space(boolean published) {
        return new FactorSpace(List.of(new Factor("ball", BALLS, FactorKind.ORDINAL), published
                ? new Factor("height", 5, FactorKind.ORDINAL, List.of("1", "2", "3", "4", "5"))
                : new Factor("height", LEVELS, FactorKind.CONTINUOUS), published
                        ? new Factor("flow", 50, FactorKind.ORDINAL, IntStream.range(17, 67).mapToObj(Integer::toString)
                                .toList())
                        : new Factor("flow", LEVELS, FactorKind.CONTINUOUS),
                new Factor("hole", HOLES, FactorKind.ORDINAL)));
    }
}
