package org.distaff.datasets.darcy;

import java.util.Arrays;
import java.util.List;

/**
 * The elimination of a front and of its parts by dense LU, with the rows of each front exchanged where that is needed
 * for stability (Duff and Reid, The Multifrontal Solution of Unsymmetric Sets of Linear Equations, SIAM Journal on
 * Scientific and Statistical Computing 5, 1984). Keeps its memory from one matrix to the next; for one thread at a time.
 */
final class Elimination {

    private final Front front;
    private final int size;
    private final List<Elimination> parts;
    /** The dense matrix with the right-hand side as its last column; its first rows, once eliminated, are upper. */
    private final double[][] rows;

    Elimination(Front front) {
        this.front = front;
        this.size = front.unknowns().length;
        this.parts = front.parts().stream().map(Elimination::new).toList();
        this.rows = new double[size][size + 1];
    }

    /** Eliminates all nodes of the front and its parts. */
    void eliminate(FivePoint matrix, double[] right) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
        for (int p = 0; p < parts.size(); p++) {
            parts.get(p).eliminate(matrix, right);
            parts.get(p).addRim(front.places().get(p), rows);
        }
        for (int i = 0; i < front.beside().length; i++) {
            assemble(i, matrix, right);
        }
        for (int k = 0; k < front.own(); k++) {
            pivot(k);
            for (int i = k + 1; i < size; i++) {
                double factor = rows[i][k] / rows[k][k];
                if (factor != 0) {
                    Vectors.add(-factor, rows[k], rows[i], k + 1);
                }
            }
        }
    }

    /** Adds what the elimination left on the rim to the matrix of the front that this one is a part of. */
    private void addRim(int[] places, double[][] whole) {
        int own = front.own();
        for (int i = 0; i < places.length; i++) {
            double[] from = rows[own + i];
            double[] to = whole[places[i]];
            for (int j = 0; j < places.length; j++) {
                to[places[j]] += from[own + j];
            }
            to[to.length - 1] += from[size];
        }
    }

    /** Adds the entries of A, c and r that involve an own node and no node eliminated before. */
    private void assemble(int i, FivePoint matrix, double[] right) {
        int node = front.unknowns()[i];
        int border = size - 1;
        rows[i][i] += matrix.centre()[node];
        for (int d = 0; d < FivePoint.NEIGHBOURS; d++) {
            int j = front.beside()[i][d];
            if (j >= 0) {
                rows[i][j] += matrix.neighbours()[d][node];
            }
            if (j >= front.own()) {
                rows[j][i] += matrix.neighbours()[FivePoint.opposite(d)][front.unknowns()[j]];
            }
        }
        rows[i][border] += matrix.column()[node];
        rows[border][i] += matrix.row()[node];
        rows[i][size] += right[node];
    }

    private void pivot(int k) {
        int best = k;
        for (int i = k + 1; i < front.own(); i++) {
            if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) {
                best = i;
            }
        }
        if (rows[best][k] == 0) {
            throw new IllegalStateException("the matrix of a field is singular");
        }
        double[] row = rows[k];
        rows[k] = rows[best];
        rows[best] = row;
    }

    /** Computes the front's own unknowns from those of its rim, then those of its parts. */
    void substitute(double[] solution) {
        int[] unknowns = front.unknowns();
        for (int k = front.own() - 1; k >= 0; k--) {
            double sum = rows[k][size];
            for (int j = k + 1; j < size; j++) {
                sum -= rows[k][j] * solution[unknowns[j]];
            }
            solution[unknowns[k]] = sum / rows[k][k];
        }
        for (Elimination part : parts) {
            part.substitute(solution);
        }
    }
}
