package org.distaff.metrics.factorvae;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.metric.Representation;

/** Groups of at least two rows of a table that agree in one factor, or in all but one. */
final class AlikeRows {

    private AlikeRows() {
    }

    /**
     * For each factor the groups of rows that have the same value of it; a row alone in its group is left out. Kept
     * with the table. O(N K²).
     *
     * @param others whether rows are to agree in all other factors instead, whatever their value of the factor
     */
    static int[][][] of(Representation table, boolean others) {
        return table.derive(new Key(others), t -> group(t, others));
    }

    private static int[][][] group(Representation table, boolean others) {
        int factors = table.space().count();
        int[][][] groups = new int[factors][][];
        for (int k = 0; k < factors; k++) {
            Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
            for (int n = 0; n < table.points(); n++) {
                List<Integer> key = new ArrayList<>();
                for (int j = 0; j < factors; j++) {
                    key.add((j == k) == others ? 0 : table.factors()[n * factors + j]);
                }
                alike.computeIfAbsent(key, unused -> new ArrayList<>()).add(n);
            }
            groups[k] = alike.values().stream().filter(rows -> rows.size() > 1)
                    .map(rows -> rows.stream().mapToInt(n -> n).toArray()).toArray(int[][]::new);
        }
        return groups;
    }

    private record Key(boolean others) {
    }
}
