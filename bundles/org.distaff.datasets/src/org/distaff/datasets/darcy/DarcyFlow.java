package org.distaff.datasets.darcy;

import java.util.Arrays;

/**
 * Steady flow through the unit square: u = −K ∇p, ∇·u = f, no flow through the walls, ∫p = 0; a source f = 10 in the
 * corner at the origin (9 × 9 nodes at 65 nodes) and a sink f = −10 in the opposite one.
 */
public final class DarcyFlow {

    private static final double SOURCE = 10;
    /** Side of the source and of the sink. */
    private static final double SIDE = 0.125;

    private final int nodes;
    private final double step;
    private final boolean conservative;
    private final FrontalSolver solver;

    /** @param conservative finite volumes instead of the published differences of −K ∇²p − ∇K·∇p */
    public DarcyFlow(int nodes, boolean conservative) {
        this.nodes = nodes;
        this.step = 1.0 / (nodes - 1);
        this.conservative = conservative;
        this.solver = new FrontalSolver(nodes);
    }

    /**
     * Pressure of a permeability, both {@code nodes × nodes} values, x times nodes plus y. Solves the bordered system
     * [A 1; wᵀ 0] with the trapezoid weights w of the integral. Thread-safe.
     */
    public double[] pressure(double[] permeability) {
        FivePoint matrix = FivePoint.zeros(nodes);
        double[] right = new double[nodes * nodes];
        for (int node = 0; node < right.length; node++) {
            matrix.row()[node] = trapezoid(node);
            if (conservative) {
                matrix.column()[node] = trapezoid(node);
                right[node] = trapezoid(node) * source(node);
                volume(permeability, node, matrix);
            } else {
                right[node] = source(node);
                difference(permeability, node, matrix);
            }
        }
        return Arrays.copyOf(solver.solve(matrix, right), right.length);
    }

    private double trapezoid(int node) {
        return (isWall(node / nodes) ? 0.5 : 1) * (isWall(node % nodes) ? 0.5 : 1);
    }

    private boolean isWall(int i) {
        return i == 0 || i == nodes - 1;
    }

    private double source(int node) {
        double x = node / nodes * step;
        double y = node % nodes * step;
        double edge = SIDE + 1e-9; // nodes on the edge belong to it whatever rounding does
        return x <= edge && y <= edge ? SOURCE : x >= 1 - edge && y >= 1 - edge ? -SOURCE : 0;
    }

    /** −K ∇²p − ∇K·∇p by central differences; beyond a wall stands the mirror image. */
    private void difference(double[] k, int node, FivePoint matrix) {
        double second = k[node] / (step * step);
        matrix.centre()[node] = 4 * second;
        for (int d = 0; d < FivePoint.NEIGHBOURS; d++) {
            int back = FivePoint.opposite(d);
            int beside = FivePoint.neighbour(node, d, nodes);
            int behind = FivePoint.neighbour(node, back, nodes);
            if (beside < 0) {
                matrix.neighbours()[back][node] -= second;
            } else {
                double slope = behind < 0 ? 0 : (k[beside] - k[behind]) / (4 * step * step);
                matrix.neighbours()[d][node] += -second - slope;
            }
        }
    }

    /** Flow out of the node's cell through its faces; permeability of a face is the mean of its two nodes'. */
    private void volume(double[] k, int node, FivePoint matrix) {
        for (int d = 0; d < FivePoint.NEIGHBOURS; d++) {
            int beside = FivePoint.neighbour(node, d, nodes);
            if (beside >= 0) {
                boolean half = isWall(d < 2 ? node % nodes : node / nodes);
                double through = (half ? 0.5 : 1) * (k[node] + k[beside]) / 2 / (step * step);
                matrix.neighbours()[d][node] = -through;
                matrix.centre()[node] += through;
            }
        }
    }

    /** Velocity −K ∂p along x or y by central differences; 0 through walls and at the corners. */
    public double[] velocity(double[] permeability, double[] pressure, boolean alongX) {
        double[] velocity = new double[pressure.length];
        int stride = alongX ? nodes : 1;
        for (int node = 0; node < velocity.length; node++) {
            int along = alongX ? node / nodes : node % nodes;
            if (!isWall(along)) {
                velocity[node] = -permeability[node] * (pressure[node + stride] - pressure[node - stride]) / (2 * step);
            }
        }
        return velocity;
    }
}
