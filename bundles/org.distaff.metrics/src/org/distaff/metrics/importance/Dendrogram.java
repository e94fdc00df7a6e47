package org.distaff.metrics.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which latents and factors hang together when only strong relations count: the connected components of the bipartite
 * graph that joins latent d and factor k when their entry of a matrix is at least a threshold (and not 0), as the
 * threshold falls. Locatello et al., A Sober Look at the Unsupervised Learning of Disentangled Representations and
 * their Evaluation, JMLR 2020, section 4.
 *
 * @param thresholds the different entries of the matrix, descending
 * @param components for each threshold the number of components of at least two nodes
 * @param merges     the components that were joined, as the threshold falls
 */
public record Dendrogram(double[] thresholds, int[] components, List<Merge> merges) {

    /**
     * Two components become one. Latents are 0 … D − 1, factors D … D + K − 1, and the i-th merge makes D + K + i.
     *
     * @param first     the component of a latent
     * @param second    the component of a factor
     * @param threshold entry of the matrix that joined them
     * @param size      number of latents and factors in the new component
     */
    public record Merge(int first, int second, double threshold, int size) {
    }

    /** The dendrogram of a matrix {@code D × K} of entries of at least 0. O(D K log(D K)). */
    public static Dendrogram of(double[][] matrix) {
        List<int[]> pairs = new ArrayList<>();
        for (int d = 0; d < matrix.length; d++) {
            for (int k = 0; k < matrix[d].length; k++) {
                pairs.add(new int[] {d, k});
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -matrix[pair[0]][pair[1]]));
        int nodes = matrix.length + (matrix.length == 0 ? 0 : matrix[0].length);
        Forest forest = new Forest(nodes);
        double[] thresholds = new double[pairs.size()];
        int[] components = new int[pairs.size()];
        List<Merge> merges = new ArrayList<>();
        int count = 0;
        int different = 0;
        for (int[] pair : pairs) {
            double entry = matrix[pair[0]][pair[1]];
            int first = forest.root(pair[0]);
            int second = forest.root(matrix.length + pair[1]);
            if (entry > 0 && first != second) {
                count += 1 - (forest.size[first] > 1 ? 1 : 0) - (forest.size[second] > 1 ? 1 : 0);
                merges.add(new Merge(forest.name[first], forest.name[second], entry,
                        forest.size[first] + forest.size[second]));
                forest.join(first, second, nodes + merges.size() - 1);
            }
            if (different == 0 || thresholds[different - 1] != entry) {
                thresholds[different++] = entry;
            }
            components[different - 1] = count;
        }
        return new Dendrogram(Arrays.copyOf(thresholds, different), Arrays.copyOf(components, different), merges);
    }

    /** Area under the number of components as a function of the threshold, between the extreme entries. */
    public double area() {
        double area = 0;
        for (int i = 1; i < thresholds.length; i++) {
            area += (components[i - 1] + components[i]) / 2.0 * (thresholds[i - 1] - thresholds[i]);
        }
        return area;
    }

    /** Largest number of components at any threshold. */
    public int largest() {
        return Arrays.stream(components).max().orElse(0);
    }

    /** Disjoint sets of nodes. */
    private static final class Forest {

        private final int[] parent;
        private final int[] size;
        private final int[] name;

        private Forest(int nodes) {
            this.parent = new int[nodes];
            this.size = new int[nodes];
            this.name = new int[nodes];
            Arrays.setAll(parent, i -> i);
            Arrays.setAll(name, i -> i);
            Arrays.fill(size, 1);
        }

        private int root(int node) {
            int at = node;
            while (parent[at] != at) {
                at = parent[at];
            }
            return at;
        }

        private void join(int first, int second, int newName) {
            int larger = size[first] >= size[second] ? first : second;
            int smaller = first + second - larger;
            parent[smaller] = larger;
            size[larger] += size[smaller];
            name[larger] = newName;
        }
    }
}
