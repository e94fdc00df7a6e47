package org.distaff.datasets.modifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Nearest;
import org.distaff.core.failure.Problem;

/** Finds the factors that a user names. */
record FactorNames(FactorSpace space) {

    Optional<Integer> find(String name) {
        return IntStream.range(0, space.count()).filter(k -> space.factors().get(k).name().equals(name)).boxed()
                .findFirst();
    }

    int index(String name) {
        List<String> names = space.factors().stream().map(Factor::name).toList();
        return find(name).orElseThrow(() -> Problem.input("The data set has no factor '" + name + "', only "
                + String.join(", ", names) + "." + Nearest.suggestion(name, names)));
    }

    /** The factors of a list of names separated by commas, ascending; each once. */
    int[] indices(String list) {
        Set<Integer> found = new LinkedHashSet<>();
        for (String name : words(list)) {
            found.add(index(name));
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The words of a list separated by commas. */
    static List<String> words(String list) {
        List<String> words = new ArrayList<>();
        for (String word : list.split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }
}
