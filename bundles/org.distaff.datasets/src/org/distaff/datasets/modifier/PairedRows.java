package org.distaff.datasets.modifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;

/** Training rows whose partners differ in a given or random number of factors. */
final class PairedRows implements DrawnRows {

    private final Dataset dataset;
    private final int changed;
    private final boolean other;
    private final int[] varying;
    private final Optional<Supplier<int[]>> listed;
    /** For a set of shared factors: their values → positions of the listed rows that have them. */
    private final Map<List<Integer>, Map<List<Integer>, List<Integer>>> sharing = new ConcurrentHashMap<>();

    /**
     * @param changed number of factors that change; 0 draws it for each pair
     * @param other   whether they must take another value
     */
    PairedRows(Dataset dataset, int changed, boolean other) {
        this.dataset = dataset;
        this.changed = changed;
        this.other = other;
        this.varying = varying(dataset.factors());
        this.listed = dataset.training() instanceof ChosenRows chosen ? Optional.of(chosen.rows())
                : dataset.rows().map(rows -> () -> rows);
    }

    /** The factors that have several values. */
    static int[] varying(FactorSpace space) {
        return IntStream.range(0, space.count()).filter(k -> space.size(k) > 1).toArray();
    }

    @Override
    public String modifier() {
        return "pairs";
    }

    @Override
    public int[] draw(int points, RandomGenerator random) {
        return dataset.training().draw(points, random);
    }

    @Override
    public int[] labelled(int points, RandomGenerator random) {
        return dataset.training().labelled(points, random);
    }

    @Override
    public int[] partners(int[] rows, RandomGenerator random) {
        int k = dataset.factors().count();
        int[] partners = rows.clone();
        for (int start = 0; start < rows.length; start += k) {
            int[] free = free(random);
            if (listed.isPresent()) {
                int[] row = Arrays.copyOfRange(rows, start, start + k);
                System.arraycopy(among(listed.get().get(), row, free, random), 0, partners, start, k);
            } else {
                for (int factor : free) {
                    int size = dataset.factors().size(factor);
                    int value = random.nextInt(other ? size - 1 : size);
                    partners[start + factor] = other && value >= rows[start + factor] ? value + 1 : value;
                }
            }
        }
        return partners;
    }

    /** The factors that change: the first ones of a shuffled list, ascending. */
    private int[] free(RandomGenerator random) {
        int number = changed > 0 ? changed : 1 + random.nextInt(Math.max(1, varying.length - 1));
        int[] order = varying.clone();
        for (int i = 0; i < number; i++) {
            int j = i + random.nextInt(order.length - i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return IntStream.of(Arrays.copyOf(order, number)).sorted().toArray();
    }

    private int[] among(int[] rows, int[] row, int[] free, RandomGenerator random) {
        int k = row.length;
        List<Integer> shared = IntStream.range(0, k).filter(f -> Arrays.binarySearch(free, f) < 0).boxed().toList();
        List<Integer> alike = sharing.computeIfAbsent(shared, s -> index(rows, k, s))
                .getOrDefault(values(row, 0, shared), List.of());
        List<Integer> candidates = !other ? alike : alike.stream()
                .filter(i -> IntStream.of(free).allMatch(f -> rows[i * k + f] != row[f])).toList();
        if (candidates.isEmpty()) {
            return row;
        }
        int found = candidates.get(random.nextInt(candidates.size()));
        return Arrays.copyOfRange(rows, found * k, found * k + k);
    }

    private static Map<List<Integer>, List<Integer>> index(int[] rows, int k, List<Integer> shared) {
        Map<List<Integer>, List<Integer>> index = new HashMap<>();
        for (int i = 0; i < rows.length / k; i++) {
            index.computeIfAbsent(values(rows, i * k, shared), v -> new ArrayList<>()).add(i);
        }
        return index;
    }

    private static List<Integer> values(int[] rows, int start, List<Integer> factors) {
        return factors.stream().map(f -> rows[start + f]).toList();
    }
}
