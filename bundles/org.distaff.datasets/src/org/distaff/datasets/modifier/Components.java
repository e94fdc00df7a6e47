package org.distaff.datasets.modifier;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Couplings that share a factor, directly or through others, belong to one joint distribution. */
final class Components {

    /**
     * Coupled factors and the couplings among them.
     *
     * @param factors indices of the factors, ascending
     */
    record Component(int[] factors, List<Coupling> couplings) {
    }

    private Components() {
    }

    static List<Component> of(int count, List<Coupling> couplings) {
        int[] group = IntStream.range(0, count).toArray();
        for (Coupling coupling : couplings) {
            for (int factor : coupling.factors()) {
                int from = group[factor];
                int to = group[coupling.factors()[0]];
                for (int k = 0; k < count; k++) {
                    group[k] = group[k] == from ? to : group[k];
                }
            }
        }
        TreeMap<Integer, List<Coupling>> members = new TreeMap<>();
        couplings.forEach(c -> members.computeIfAbsent(group[c.factors()[0]], g -> new ArrayList<>()).add(c));
        return members.entrySet().stream().map(e -> new Component(
                IntStream.range(0, count).filter(k -> group[k] == e.getKey()).toArray(), e.getValue())).toList();
    }
}
