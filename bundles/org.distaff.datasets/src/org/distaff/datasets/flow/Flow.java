package org.distaff.datasets.flow;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.work.Listing;

/** 30 balls × 30 amounts of water × 9 holes: 8,100 pictures, drawn on demand. */
final class Flow implements Dataset {

    private static final int BALLS = 30;
    private static final int WATERS = 30;
    private static final int HOLES = 9;
    private static final int LEVELS = 256;

    private final int resolution;
    private final boolean published;
    private final String split;
    private final FactorSpace space;
    private final double[] splashes = new double[BALLS * WATERS * HOLES];
    /** Factor row → the renderings that have it, in the order of rendering. */
    private final Map<List<Integer>, List<Integer>> renderings = new LinkedHashMap<>();
    private final int[] rows;

    /**
     * @param published whether labels are those of the published file names; of equal ones within a split the last
     *                  rendering is left, as if files had been overwritten
     * @param split     "all", "train" or "test"
     */
    Flow(int resolution, boolean published, String split) {
        this.resolution = resolution;
        this.published = published;
        this.split = split;
        this.space = new FactorSpace(List.of(new Factor("ball", BALLS, FactorKind.ORDINAL), published
                ? new Factor("height", 5, FactorKind.ORDINAL, List.of("1", "2", "3", "4", "5"))
                : new Factor("height", LEVELS, FactorKind.CONTINUOUS), published
                        ? new Factor("flow", 50, FactorKind.ORDINAL, IntStream.range(17, 67).mapToObj(Integer::toString)
                                .toList())
                        : new Factor("flow", LEVELS, FactorKind.CONTINUOUS),
                new Factor("hole", HOLES, FactorKind.ORDINAL)));
        RandomGenerator random = RandomStreams.derive(0, "flow/splash");
        for (int i = 0; i < splashes.length; i++) {
            splashes[i] = 0.01 * Math.max(Math.abs(random.nextGaussian()), 1);
        }
        List<int[]> kept = new ArrayList<>();
        for (String part : List.of("train", "test")) {
            if (split.equals("all") || split.equals(part)) {
                kept.addAll(files(part.equals("test")));
            }
        }
        this.rows = kept.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** The files of a split: later ones overwrite earlier ones of the same name when names are the published labels. */
    private List<int[]> files(boolean test) {
        Map<List<Integer>, Integer> files = new LinkedHashMap<>();
        for (int render = 0; render < splashes.length; render++) {
            if ((render % 5 == 4) == test) {
                List<Integer> row = Arrays.stream(row(cup(render))).boxed().toList();
                if (published) {
                    files.put(row, render);
                } else {
                    files.put(List.of(render), render);
                }
            }
        }
        List<int[]> found = new ArrayList<>();
        for (int render : files.values()) {
            int[] row = row(cup(render));
            found.add(row);
            renderings.computeIfAbsent(Arrays.stream(row).boxed().toList(), r -> new ArrayList<>()).add(render);
        }
        return found;
    }

    private static Cup cup(int render) {
        return new Cup(5 + render / (WATERS * HOLES), 10 + render / HOLES % WATERS, 6 + render % HOLES);
    }

    private int[] row(Cup cup) {
        return published
                ? new int[] {cup.ball() - 5, (int) cup.height() - 1, (int) (10 * cup.reach()) - 17, cup.hole() - 6}
                : new int[] {cup.ball() - 5, Listing.level(cup.height(), 1, 5.5, LEVELS),
                    Listing.level(cup.reach(), 1.7, 6.8, LEVELS), cup.hole() - 6};
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
        return "flow/1/" + resolution + "/" + (published ? "published" : "exact") + "/" + split;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int start = 0; start < factorRows.length; start += space.count()) {
            List<Integer> row = Arrays.stream(factorRows, start, start + space.count()).boxed().toList();
            List<Integer> found = renderings.get(row);
            int render = found.size() == 1 ? found.get(0) : found.get(nuisance.nextInt(found.size()));
            cup(render).draw(resolution, splashes[render]).writeTo(target);
        }
    }
}
