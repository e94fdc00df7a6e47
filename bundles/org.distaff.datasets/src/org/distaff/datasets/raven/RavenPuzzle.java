package org.distaff.datasets.raven;

import java.util.List;
import java.util.Set;

/**
 * A 3 × 3 matrix whose last cell is to be chosen from six answers, in factors of variation. A factor is active if it
 * is constant in each row of the matrix; others are not.
 *
 * @param active   the active factors, their places in a cell
 * @param context  the first eight cells, row by row
 * @param answers  six cells, of which only the correct one keeps every active factor constant
 * @param position which answer is correct
 */
public record RavenPuzzle(Set<Integer> active, List<int[]> context, List<int[]> answers, int position) {

    /** Cells of the matrix that are shown. */
    public static final int CONTEXT = 8;
    /** Answers to choose from. */
    public static final int ANSWERS = 6;
    /** Panels of a puzzle: the context, then the answers. */
    public static final int PANELS = CONTEXT + ANSWERS;

    public RavenPuzzle {
        active = Set.copyOf(active);
        context = List.copyOf(context);
        answers = List.copyOf(answers);
    }

    /** The correct cell. */
    public int[] solution() {
        return answers.get(position);
    }

    /** How many active factors a cell in the last place would break. */
    public int broken(int[] cell) {
        int[] neighbour = context.get(CONTEXT - 1);
        return (int) active.stream().filter(k -> cell[k] != neighbour[k]).count();
    }

    /** One of the fourteen panels. */
    public int[] panel(int i) {
        return i < CONTEXT ? context.get(i) : answers.get(i - CONTEXT);
    }
}
