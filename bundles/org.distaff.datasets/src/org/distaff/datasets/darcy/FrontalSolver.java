package org.distaff.datasets.darcy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Solves bordered five-point systems by sparse LU in the order of a nested dissection, which is found once. Cost at
 * 65 × 65 nodes: 5 million multiplications, against 18 million in natural order; 4.3 MB for each thread that solves at
 * the same time, kept, since memory touched for the first time costs more than the arithmetic. Thread-safe.
 */
final class FrontalSolver {

    private final int nodes;
    private final Front whole;
    private final Queue<Elimination> idle = new ConcurrentLinkedQueue<>();

    FrontalSolver(int nodes) {
        this.nodes = nodes;
        this.whole = Front.of(nodes);
    }

    /** Solves {@code [A c; rᵀ 0] [x; m] = [right; 0]}: x, and the border's unknown m as its last value. */
    double[] solve(FivePoint matrix, double[] right) {
        Elimination waiting = idle.poll();
        Elimination elimination = waiting == null ? new Elimination(whole) : waiting;
        elimination.eliminate(matrix, right);
        double[] solution = new double[nodes * nodes + 1];
        elimination.substitute(solution);
        idle.add(elimination);
        return solution;
    }
}
