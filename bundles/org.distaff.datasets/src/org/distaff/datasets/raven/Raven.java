package org.distaff.datasets.raven;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;

/**
 * Puzzles as observations. The factors are what a reasoner is to find: which factors of the base data set are active,
 * and where the correct answer is. All else, the cells and the wrong answers, is nuisance and drawn anew each time.
 * Cost: fourteen observations of the base.
 */
final class Raven implements Dataset {

    /** Least common multiple of 6, 15 and 20, the sets of one, two and three of six factors. */
    private static final int EACH = 60;

    private final Dataset base;
    private final RavenRules rules;
    private final RavenBoard board;
    private final String digest;
    private final FactorSpace space;
    private final int[] rows;

    /** @param relations numbers of active factors; several are equally frequent */
    Raven(Dataset base, RavenRules rules, List<Integer> relations, String digest) {
        this.base = base;
        this.rules = rules;
        this.board = new RavenBoard(base.observation().width());
        this.digest = digest;
        List<Factor> factors = new ArrayList<>();
        base.factors().factors().forEach(f -> factors.add(new Factor("constant-" + f.name(), 2, FactorKind.NOMINAL,
                List.of("no", "yes"))));
        factors.add(new Factor("answer", RavenPuzzle.ANSWERS, FactorKind.NOMINAL));
        this.space = new FactorSpace(factors);
        this.rows = relations.stream().flatMapToInt(count -> rows(base.factors().count(), count)).toArray();
    }

    /** Every set of so many active factors with every answer, as often as makes {@link #EACH} sets. */
    private static IntStream rows(int factors, int count) {
        List<Integer> sets = IntStream.range(0, 1 << factors).filter(set -> Integer.bitCount(set) == count).boxed()
                .toList();
        return sets.stream().flatMapToInt(set -> IntStream.range(0, EACH / sets.size() * RavenPuzzle.ANSWERS)
                .flatMap(i -> IntStream.concat(IntStream.range(0, factors).map(k -> set >> k & 1),
                        IntStream.of(i % RavenPuzzle.ANSWERS))));
    }

    @Override
    public FactorSpace factors() {
        return space;
    }

    @Override
    public ObservationShape observation() {
        return board.shape();
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
        int k = base.factors().count();
        for (int at = 0; at < factorRows.length; at += k + 1) {
            int[] row = Arrays.copyOfRange(factorRows, at, at + k);
            Set<Integer> active = IntStream.range(0, k).filter(i -> row[i] == 1).boxed().collect(Collectors.toSet());
            target.put(picture(rules.design(active, factorRows[at + k], nuisance), nuisance));
        }
    }

    private float[] picture(RavenPuzzle puzzle, RandomGenerator nuisance) {
        float[] picture = board.empty();
        FloatBuffer panel = FloatBuffer.allocate(base.observation().values());
        for (int i = 0; i < RavenPuzzle.PANELS; i++) {
            base.observe(shown(puzzle.panel(i)), nuisance, panel.clear());
            board.place(panel.array(), i, picture);
        }
        return picture;
    }

    /** The base's factor row of a cell, which uses evenly spread values only. */
    private int[] shown(int[] cell) {
        return IntStream.range(0, cell.length).map(k -> cell[k] * base.factors().size(k) / rules.sizes()[k]).toArray();
    }
}
