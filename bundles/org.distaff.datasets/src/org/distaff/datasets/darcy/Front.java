package org.distaff.datasets.darcy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a grid that is eliminated from a {@link FivePoint} matrix as one small dense matrix: a line of nodes that
 * separates two parts, which are eliminated before it, or a patch too small to be divided (George, Nested Dissection of a
 * Regular Finite Element Mesh, SIAM Journal on Numerical Analysis 10, 1973). What the elimination fills in lies on the
 * part's rim only.
 *
 * @param unknowns nodes of the grid, {@code own} first, then the rim: neighbours of the part, and the border (nodes²)
 * @param own      how many of them are eliminated here
 * @param beside   places among the unknowns of each own node's four neighbours, −1 where eliminated before or no node
 * @param parts    what is eliminated before
 * @param places   places among the unknowns of each part's rim
 */
record Front(int[] unknowns, int own, int[][] beside, List<Front> parts, List<int[]> places) {

    /** Longest side of a patch that is not divided. */
    private static final int PATCH = 4;

    /** The whole grid; the border is eliminated last. */
    static Front of(int nodes) {
        return of(nodes, 0, nodes, 0, nodes);
    }

    /** The nodes with fromX ≤ x &lt; toX and fromY ≤ y &lt; toY. */
    private static Front of(int nodes, int fromX, int toX, int fromY, int toY) {
        List<Front> parts = List.of();
        int[] own;
        if (Math.max(toX - fromX, toY - fromY) <= PATCH) {
            own = rectangle(nodes, fromX, toX, fromY, toY);
        } else if (toX - fromX >= toY - fromY) {
            int x = (fromX + toX) / 2;
            own = rectangle(nodes, x, x + 1, fromY, toY);
            parts = List.of(of(nodes, fromX, x, fromY, toY), of(nodes, x + 1, toX, fromY, toY));
        } else {
            int y = (fromY + toY) / 2;
            own = rectangle(nodes, fromX, toX, y, y + 1);
            parts = List.of(of(nodes, fromX, toX, fromY, y), of(nodes, fromX, toX, y + 1, toY));
        }
        int[] rim = rim(nodes, fromX, toX, fromY, toY);
        int[] border = {nodes * nodes};
        int[] unknowns = concatenated(own, rim, border);
        return new Front(unknowns, rim.length == 0 ? unknowns.length : own.length, beside(unknowns, own.length, nodes),
                parts, parts.stream().map(part -> places(part, unknowns)).toList());
    }

    private static int[] rim(int nodes, int fromX, int toX, int fromY, int toY) {
        return concatenated(rectangle(nodes, Math.max(0, fromX - 1), fromX, fromY, toY),
                rectangle(nodes, toX, Math.min(nodes, toX + 1), fromY, toY),
                rectangle(nodes, fromX, toX, Math.max(0, fromY - 1), fromY),
                rectangle(nodes, fromX, toX, toY, Math.min(nodes, toY + 1)));
    }

    private static int[] rectangle(int nodes, int fromX, int toX, int fromY, int toY) {
        return IntStream.range(fromX, toX).flatMap(x -> IntStream.range(fromY, toY).map(y -> x * nodes + y)).toArray();
    }

    private static int[] concatenated(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    private static int[][] beside(int[] unknowns, int own, int nodes) {
        return IntStream.range(0, own).mapToObj(i -> IntStream.range(0, FivePoint.NEIGHBOURS)
                .map(d -> place(FivePoint.neighbour(unknowns[i], d, nodes), unknowns)).toArray()).toArray(int[][]::new);
    }

    private static int[] places(Front part, int[] unknowns) {
        return Arrays.stream(part.unknowns, part.own, part.unknowns.length).map(u -> place(u, unknowns)).toArray();
    }

    private static int place(int unknown, int[] unknowns) {
        for (int i = 0; i < unknowns.length; i++) {
            if (unknowns[i] == unknown) {
                return i;
            }
        }
        return -1;
    }
}
