package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.raven.RavenBoard;
import org.distaff.datasets.raven.RavenProvider;
import org.distaff.datasets.raven.RavenPuzzle;
import org.distaff.datasets.raven.RavenRules;
import org.distaff.datasets.rooms.RoomsProvider;
import org.junit.jupiter.api.Test;

/** Puzzles follow their rules, have one correct answer, and are as easy or as faulty as their variant says. */
class RavenTest {

    private static final int[] SPRITES = {5, 6, 3, 3, 4, 4};
    private static final RavenRules EASY = new RavenRules(SPRITES, false, true);
    private static final RavenRules HARD = new RavenRules(SPRITES, true, true);
    private static final RavenRules RELEASED = new RavenRules(SPRITES, false, false);
    private static final List<Set<Integer>> ACTIVE = List.of(Set.of(2), Set.of(0, 5), Set.of(1, 3, 4));

    private final RandomGenerator random = RandomStreams.derive(1, "raven");

    @Test
    void activeFactorsAreConstantInRowsAndOneAnswerFits() {
        for (RavenRules rules : List.of(EASY, HARD, RELEASED)) {
            for (int i = 0; i < 3_000; i++) {
                RavenPuzzle puzzle = rules.design(ACTIVE.get(i % 3), i % 6, random);
                assertEquals(8, puzzle.context().size());
                for (int k : puzzle.active()) {
                    for (int row = 0; row < 3; row++) {
                        assertEquals(1, different(puzzle, row, k), "values of active factor " + k + " in row " + row);
                    }
                }
                int position = i % 6;
                assertArrayEquals(IntStream.of(position).toArray(), IntStream.range(0, 6)
                        .filter(a -> puzzle.broken(puzzle.answers().get(a)) == 0).toArray());
            }
        }
    }

    @Test
    void otherFactorsShowNoRuleInTheFirstTwoRows() {
        int[] firstRow = new int[4];
        int[] thirdRow = new int[4];
        int n = 12_000;
        for (int i = 0; i < n; i++) {
            RavenPuzzle puzzle = EASY.design(Set.of(0), 0, random);
            int first = different(puzzle, 0, 2);
            assertFalse(first != 2 && first == different(puzzle, 1, 2));
            firstRow[first]++;
            thirdRow[different(puzzle, 2, 2)]++;
        }
        // three values: a row of three is constant with c = 1/9 and all different with d = 2/9; after drawing again
        // the first is so with (c − c²) / (1 − c² − d²) and (d − d²) / (1 − c² − d²). Five standard deviations
        double c = 1 / 9.0;
        double d = 2 / 9.0;
        double kept = 1 - c * c - d * d;
        assertEquals((c - c * c) / kept, firstRow[1] / (double) n, 5 * Math.sqrt(c / n));
        assertEquals((d - d * d) / kept, firstRow[3] / (double) n, 5 * Math.sqrt(d / n));
        assertEquals(c, thirdRow[1] / (double) n, 5 * Math.sqrt(c / n), "the third row is free");
        assertEquals(d, thirdRow[3] / (double) n, 5 * Math.sqrt(d / n));
    }

    @Test
    void hardAnswersBreakOneRuleOnly() {
        int easyTwice = 0;
        for (int i = 0; i < 3_000; i++) {
            RavenPuzzle hard = HARD.design(ACTIVE.get(2), 5, random);
            assertTrue(hard.answers().subList(0, 5).stream().allMatch(cell -> hard.broken(cell) == 1));
            RavenPuzzle easy = EASY.design(ACTIVE.get(2), 5, random);
            easyTwice += (int) easy.answers().subList(0, 5).stream().filter(cell -> easy.broken(cell) > 1).count();
        }
        // of uniform cells each keeps factors 1, 3 and 4 with 1/6, 1/3 and 1/4: two or three broken, of those with any
        double all = 1 - 1 / 72.0;
        double one = 5 / 6.0 / 12 + 2 / 3.0 / 24 + 3 / 4.0 / 18;
        assertEquals(1 - one / all, easyTwice / 15_000.0, 5 * 0.5 / Math.sqrt(15_000), "five standard deviations");
    }

    @Test
    void correctedAnswersDifferAndReleasedOnesMayRepeat() {
        int n = 20_000;
        int repeated = 0;
        for (int i = 0; i < n; i++) {
            assertEquals(6, distinct(EASY.design(ACTIVE.get(0), 2, random)));
            assertEquals(6, distinct(HARD.design(ACTIVE.get(0), 2, random)));
            repeated += distinct(RELEASED.design(ACTIVE.get(0), 2, random)) < 6 ? 1 : 0;
        }
        // five uniform cells of the 4320 · 2/3 that have another shape: a birthday problem, Poisson with mean 69
        double none = 1;
        for (int i = 0; i < 5; i++) {
            none *= 1 - i / 2880.0;
        }
        assertEquals(n * (1 - none), repeated, 5 * Math.sqrt(n * (1 - none)));
    }

    @Test
    void releasedHardPuzzlesAreTheEasyOnes() {
        Dataset easy = open("difficulty", "easy", "variant", "released");
        Dataset hard = open("difficulty", "hard", "variant", "released");
        int[] rows = Dataset.sample(easy, 20, random);
        assertArrayEquals(Observed.of(easy, 3, rows), Observed.of(hard, 3, rows));
        assertNotEquals(easy.digest(), hard.digest());
        assertFalse(Arrays.equals(Observed.of(open("difficulty", "easy"), 3, rows),
                Observed.of(open("difficulty", "hard"), 3, rows)));
    }

    @Test
    void relationsFactorsAndAnswersAreEquallyFrequent() {
        Dataset mixed = open();
        assertEquals(List.of("constant-background", "constant-colour", "constant-shape", "constant-scale", "constant-x",
                "constant-y", "answer"), mixed.factors().factors().stream().map(Factor::name).toList());
        int[] rows = mixed.rows().orElseThrow();
        assertEquals(1_080 * 7, rows.length, "three numbers × 60 sets × six answers");
        List<int[]> list = IntStream.range(0, 1_080).mapToObj(i -> Arrays.copyOfRange(rows, 7 * i, 7 * i + 7)).toList();
        assertEquals("{1=360, 2=360, 3=360}", counts(list, row -> Arrays.stream(row, 0, 6).sum()));
        assertEquals("{0=180, 1=180, 2=180, 3=180, 4=180, 5=180}", counts(list, row -> row[6]));
        for (int k = 0; k < 6; k++) {
            int factor = k;
            // (1 + 2 + 3) / 3 of six factors are active
            assertEquals("{0=720, 1=360}", counts(list, row -> row[factor]));
        }
        assertEquals(15 * 6, list.stream().filter(row -> Arrays.stream(row, 0, 6).sum() == 2).map(Arrays::toString)
                .distinct().count(), "every pair of factors with every answer");
        int[] twos = open("relations", "2").rows().orElseThrow();
        assertEquals(15 * 4 * 6, twos.length / 7);
        assertTrue(IntStream.range(0, 15 * 4 * 6).allMatch(i -> Arrays.stream(twos, 7 * i, 7 * i + 6).sum() == 2));
    }

    @Test
    void panelsShowTheCellsOfThePuzzle() {
        Dataset raven = open("base", "rooms", "relations", "2", "difficulty", "hard");
        float[] picture = Observed.of(raven, 9, 1, 0, 0, 1, 0, 0, 4);
        // the observation's puzzle is the first thing drawn from its nuisance; rooms are drawn without any
        RavenPuzzle puzzle = new RavenRules(new int[] {10, 10, 10, 4, 4, 4}, true, true).design(Set.of(0, 3), 4,
                RandomStreams.derive(9, "nuisance"));
        Dataset rooms = Observed.open(new RoomsProvider());
        RavenBoard board = new RavenBoard(64);
        assertEquals(board.shape(), raven.observation());
        for (int i = 0; i < 14; i++) {
            int[] cell = puzzle.panel(i);
            // scale 4 of 8 and azimuth 4 of 15, cut off: 0, 2, 4, 6 and 0, 3, 7, 11
            int[] row = {cell[0], cell[1], cell[2], 2 * cell[3], cell[4], new int[] {0, 3, 7, 11}[cell[5]]};
            assertArrayEquals(Observed.of(rooms, 0, row), board.panel(i, picture), "panel " + i);
        }
        assertEquals(4, puzzle.position());
        assertArrayEquals(puzzle.solution(), puzzle.panel(12));
    }

    @Test
    void theAskedPanelIsEmpty() {
        float[] picture = Observed.of(open(), 5, 1, 0, 0, 0, 0, 0, 0);
        // third row and third column: rows and columns of 64 pixels with 4 between
        for (int y = 140; y < 204; y++) {
            for (int x = 140; x < 204; x++) {
                assertEquals(0.16f, picture[y * 352 + x]);
            }
        }
    }

    /** Recorded from this generator: when these bytes change, the digest's version has to change with them. */
    @Test
    void equalDigestsMeanEqualBytes() {
        assertEquals("raven/1/easy/mixed/corrected/sprites/1/64/abstract", open().digest());
        assertEquals("b9c6b1a57a68c616", Observed.fingerprint(open(), 20));
    }

    private static Dataset open(String... assignments) {
        return Observed.open(new RavenProvider(), assignments);
    }

    private static int different(RavenPuzzle puzzle, int row, int k) {
        return (int) IntStream.range(3 * row, 3 * row + 3)
                .map(i -> (i < 8 ? puzzle.context().get(i) : puzzle.solution())[k]).distinct().count();
    }

    private static long distinct(RavenPuzzle puzzle) {
        return puzzle.answers().stream().map(Arrays::toString).distinct().count();
    }

    private static String counts(List<int[]> rows, Function<int[], Integer> key) {
        return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting())).toString();
    }
}
