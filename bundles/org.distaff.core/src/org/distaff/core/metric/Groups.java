package org.distaff.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of latents and factors as a threshold falls. A matrix of strengths is read as a bipartite graph: a latent and
 * a factor are linked where the absolute strength is at least the threshold and not 0; what is linked, directly or
 * not, is one group. A disentangled representation has as many groups as factors over a wide range of thresholds
 * (Locatello et al., A Sober Look at the Unsupervised Learning of Disentangled Representations and their Evaluation,
 * Journal of Machine Learning Research 21(209), 2020: independent-groups curves).
 *
 * @param thresholds columns {@code threshold} (every defined strength, descending) and {@code components} (groups of
 *                   more than one node at that threshold)
 * @param merges     columns {@code first}, {@code second}, {@code threshold}, {@code size}: which two groups become
 *                   one at which threshold, descending, and how many nodes it has then. Nodes are numbered latents
 *                   first, then factors, then merges in their order
 */
public record Groups(Matrix thresholds, Matrix merges) {

    private record Edge(int latent, int factor, double strength) {
    }

    /** The groups of a latent × factor matrix; undefined strengths link nothing. Cost: that of sorting its entries. */
    public static Groups of(Matrix matrix) {
        List<Edge> edges = edges(matrix);
        int latents = matrix.rows().size();
        int nodes = latents + matrix.columns().size();
        int[] above = IntStream.range(0, 2 * nodes).toArray(); // of each node the one it was merged into, or itself
        int[] sizes = new int[2 * nodes];
        Arrays.fill(sizes, 0, nodes, 1);
        List<double[]> thresholds = new ArrayList<>();
        List<double[]> merges = new ArrayList<>();
        int groups = 0;
        int from = 0;
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            int first = root(above, edge.latent);
            int second = root(above, latents + edge.factor);
            if (first != second && edge.strength > 0) {
                int merged = nodes + merges.size();
                groups += 1 - (sizes[first] > 1 ? 1 : 0) - (sizes[second] > 1 ? 1 : 0);
                sizes[merged] = sizes[first] + sizes[second];
                above[first] = merged;
                above[second] = merged;
                merges.add(new double[] {first, second, edge.strength, sizes[merged]});
            }
            if (i + 1 == edges.size() || edges.get(i + 1).strength < edge.strength) {
                for (; from <= i; from++) { // equal thresholds see all their edges
                    thresholds.add(new double[] {edge.strength, groups});
                }
            }
        }
        return new Groups(table(thresholds, "threshold", "components"),
                table(merges, "first", "second", "threshold", "size"));
    }

    /** Area under the number of groups as a function of the threshold, between the extreme strengths. */
    public double area() {
        double[][] curve = thresholds.values();
        double area = 0;
        for (int i = 1; i < curve.length; i++) {
            area += (curve[i - 1][1] + curve[i][1]) / 2 * (curve[i - 1][0] - curve[i][0]);
        }
        return area;
    }

    /** Largest number of groups at any threshold; 0 without any strength. */
    public double largest() {
        return Arrays.stream(thresholds.values()).mapToDouble(row -> row[1]).max().orElse(0);
    }

    private static List<Edge> edges(Matrix matrix) {
        List<Edge> edges = new ArrayList<>();
        for (int d = 0; d < matrix.rows().size(); d++) {
            for (int k = 0; k < matrix.columns().size(); k++) {
                double strength = Math.abs(matrix.values()[d][k]);
                if (Double.isFinite(strength)) {
                    edges.add(new Edge(d, k, strength));
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::strength).reversed());
        return edges;
    }

    private static int root(int[] above, int node) {
        int at = node;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }

    private static Matrix table(List<double[]> rows, String... columns) {
        return new Matrix(IntStream.range(0, rows.size()).mapToObj(Integer::toString).toList(), List.of(columns),
                rows.toArray(double[][]::new));
    }
}
