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

    /** @param conservative finite volumes instead of the published differences of −K ∇²p − ∇K·∇p */
    public DarcyFlow(int nodes, boolean conservative) {
        this.nodes = nodes;
        this.step = 1.0 / (nodes - 1);
        this.conservative = conservative;
    }

    /**
     * Pressure of a permeability, both {@code nodes × nodes} values, x times nodes plus y. Solves the bordered system
     * [A 1; wᵀ 0] with the trapezoid weights w of the integral: the last node and the border are eliminated last, so
     * that what is left is a banded matrix.
     */
    public double[] pressure(double[] permeability) {
        int n = nodes * nodes;
        BandedMatrix inner = new BandedMatrix(n - 1, nodes);
        double[] lastColumn = new double[n];
        double[] lastRow = new double[n];
        double[] ones = new double[n];
        double[] right = new double[n];
        for (int row = 0; row < n; row++) {
            double share = conservative ? trapezoid(row) : 1;
            ones[row] = share;
            right[row] = share * source(row);
            Stencil stencil = conservative ? volumes(permeability, row) : differences(permeability, row);
            for (int i = 0; i < stencil.columns.length; i++) {
                int column = stencil.columns[i];
                if (row == n - 1) {
                    lastRow[column] += stencil.weights[i];
                } else if (column == n - 1) {
                    lastColumn[row] += stencil.weights[i];
                } else if (stencil.weights[i] != 0) {
                    inner.add(row, column, stencil.weights[i]);
                }
            }
        }
        double[][] solved = {Arrays.copyOf(right, n - 1), Arrays.copyOf(lastColumn, n - 1),
            Arrays.copyOf(ones, n - 1)};
        inner.solve(solved);
        return border(solved, lastRow, right[n - 1], ones[n - 1]);
    }

    /** The 2 × 2 system for the last pressure p and the multiplier m; the others are x₀ − p x₁ − m x₂. */
    private double[] border(double[][] solved, double[] lastRow, double right, double one) {
        int n = lastRow.length;
        double a = lastRow[n - 1];
        double b = one;
        double c = trapezoid(n - 1);
        double d = 0;
        double e = right;
        double f = 0;
        for (int i = 0; i < n - 1; i++) {
            a -= lastRow[i] * solved[1][i];
            b -= lastRow[i] * solved[2][i];
            e -= lastRow[i] * solved[0][i];
            c -= trapezoid(i) * solved[1][i];
            d -= trapezoid(i) * solved[2][i];
            f -= trapezoid(i) * solved[0][i];
        }
        double determinant = a * d - b * c;
        double last = (e * d - b * f) / determinant;
        double multiplier = (a * f - e * c) / determinant;
        double[] pressure = new double[n];
        for (int i = 0; i < n - 1; i++) {
            pressure[i] = solved[0][i] - last * solved[1][i] - multiplier * solved[2][i];
        }
        pressure[n - 1] = last;
        return pressure;
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

    /** A row of the matrix; columns may repeat. */
    private record Stencil(int[] columns, double[] weights) {
    }

    /** −K ∇²p − ∇K·∇p by central differences; beyond a wall stands the mirror image. */
    private Stencil differences(double[] k, int node) {
        int x = node / nodes;
        int y = node % nodes;
        int west = (x == 0 ? 1 : x - 1) * nodes + y;
        int east = (x == nodes - 1 ? nodes - 2 : x + 1) * nodes + y;
        int south = x * nodes + (y == 0 ? 1 : y - 1);
        int north = x * nodes + (y == nodes - 1 ? nodes - 2 : y + 1);
        double second = k[node] / (step * step);
        double slopeX = isWall(x) ? 0 : (k[east] - k[west]) / (4 * step * step);
        double slopeY = isWall(y) ? 0 : (k[north] - k[south]) / (4 * step * step);
        return new Stencil(new int[] {node, west, east, south, north},
                new double[] {4 * second, slopeX - second, -slopeX - second, slopeY - second, -slopeY - second});
    }

    /** Flow out of the node's cell through its faces; permeability of a face is the mean of its two nodes'. */
    private Stencil volumes(double[] k, int node) {
        int x = node / nodes;
        int y = node % nodes;
        int[] columns = {node, node, node, node, node};
        double[] weights = new double[5];
        int[] neighbours = {x > 0 ? node - nodes : -1, x < nodes - 1 ? node + nodes : -1, y > 0 ? node - 1 : -1,
            y < nodes - 1 ? node + 1 : -1};
        for (int i = 0; i < 4; i++) {
            if (neighbours[i] >= 0) {
                boolean half = i < 2 ? isWall(y) : isWall(x);
                double through = (half ? 0.5 : 1) * (k[node] + k[neighbours[i]]) / 2 / (step * step);
                columns[i + 1] = neighbours[i];
                weights[i + 1] = -through;
                weights[0] += through;
            }
        }
        return new Stencil(columns, weights);
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
