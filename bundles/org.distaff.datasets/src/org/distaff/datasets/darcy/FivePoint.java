package org.distaff.datasets.darcy;

import java.util.Arrays;

/**
 * A matrix over the nodes of a square grid, bordered by a row and a column: {@code [A c; rᵀ 0]}. A row of A holds values
 * at its own node and its four neighbours only. Nodes are numbered x times {@code nodes} plus y.
 *
 * @param nodes      nodes per side
 * @param centre     the diagonal of A
 * @param neighbours values at the neighbours, {@code 4 × nodes²} in the order of {@link #neighbour}; 0 where there is none
 * @param column     c
 * @param row        r
 */
record FivePoint(int nodes, double[] centre, double[][] neighbours, double[] column, double[] row) {

    static final int NEIGHBOURS = 4;

    /** A matrix of zeros with borders of ones. */
    static FivePoint zeros(int nodes) {
        int n = nodes * nodes;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new FivePoint(nodes, new double[n], new double[NEIGHBOURS][n], ones, ones.clone());
    }

    /** The neighbour of a node to the west (−x), east, south (−y) or north, or −1 beyond a wall. */
    static int neighbour(int node, int direction, int nodes) {
        int x = node / nodes;
        int y = node % nodes;
        return switch (direction) {
            case 0 -> x > 0 ? node - nodes : -1;
            case 1 -> x < nodes - 1 ? node + nodes : -1;
            case 2 -> y > 0 ? node - 1 : -1;
            default -> y < nodes - 1 ? node + 1 : -1;
        };
    }

    /** The direction from a neighbour back. */
    static int opposite(int direction) {
        return direction ^ 1;
    }
}
