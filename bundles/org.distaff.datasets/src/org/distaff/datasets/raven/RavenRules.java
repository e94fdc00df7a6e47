package org.distaff.datasets.raven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How puzzles are made (van Steenkiste et al., Are Disentangled Representations Helpful for Abstract Visual Reasoning?,
 * NeurIPS 2019, §3 and its released code). An active factor has one uniform value per row; three rows may have equal
 * ones. An inactive factor has nine uniform values, drawn again while its first two rows are both constant or both all
 * different, so that they show no rule; the third row is free.
 *
 * @param sizes    number of values of each factor, at least 2
 * @param hard     whether wrong answers break one active factor of the correct one and have new inactive values; easy
 *                 ones are uniform cells that break a rule
 * @param distinct whether wrong answers differ from each other
 */
public record RavenRules(int[] sizes, boolean hard, boolean distinct) {

    /** A new puzzle with the active factors and the place of the correct answer given. */
    public RavenPuzzle design(Set<Integer> active, int position, RandomGenerator random) {
        int[][] cells = new int[RavenPuzzle.CONTEXT + 1][sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            int[] values = active.contains(k) ? constantRows(sizes[k], random) : noRule(sizes[k], random);
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell][k] = values[cell];
            }
        }
        int[] solution = cells[RavenPuzzle.CONTEXT];
        List<int[]> answers = new ArrayList<>();
        while (answers.size() < RavenPuzzle.ANSWERS - 1) {
            int[] wrong = hard ? modified(solution, active, random) : uniform(random);
            boolean breaks = active.stream().anyMatch(k -> wrong[k] != solution[k]);
            if (breaks && (!distinct || answers.stream().noneMatch(other -> Arrays.equals(other, wrong)))) {
                answers.add(wrong);
            }
        }
        answers.add(position, solution);
        return new RavenPuzzle(active, List.of(cells).subList(0, RavenPuzzle.CONTEXT), answers, position);
    }

    private static int[] constantRows(int size, RandomGenerator random) {
        int[] values = new int[9];
        for (int row = 0; row < 9; row += 3) {
            Arrays.fill(values, row, row + 3, random.nextInt(size));
        }
        return values;
    }

    private static int[] noRule(int size, RandomGenerator random) {
        while (true) {
            int[] values = random.ints(9, 0, size).toArray();
            int first = different(values, 0);
            if (first != different(values, 3) || first == 2) {
                return values;
            }
        }
    }

    /** Number of different values in the row of three that begins at a place. */
    private static int different(int[] values, int at) {
        return (int) Arrays.stream(values, at, at + 3).distinct().count();
    }

    /** The last cell of a matrix of its own is uniform, whatever its rules are. */
    private int[] uniform(RandomGenerator random) {
        return Arrays.stream(sizes).map(random::nextInt).toArray();
    }

    private int[] modified(int[] solution, Set<Integer> active, RandomGenerator random) {
        int[] cell = uniform(random);
        active.forEach(k -> cell[k] = solution[k]);
        int changed = active.stream().sorted().toList().get(random.nextInt(active.size()));
        cell[changed] = random.nextInt(sizes[changed]);
        return cell;
    }
}
