package org.distaff.datasets.darcy;

/**
 * Functions on an axis of n nodes that are even or odd under its reflection, in an orthonormal basis:
 * {@code (δ_i ± δ_{n−1−i}) / √2}, and δ of the middle node for even ones.
 */
enum Parity {
    EVEN(1), ODD(-1);

    private final int sign;

    Parity(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }

    /** Number of basis functions on an odd number of nodes. */
    int size(int nodes) {
        return nodes / 2 + (this == EVEN ? 1 : 0);
    }

    /** Length of basis function i at node i; at the mirror node it is {@code sign} times this. */
    static double norm(int i, int nodes) {
        return i == nodes / 2 ? 1 : Math.sqrt(0.5);
    }
}
