package org.distaff.study.evaluate;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;

/** Draws factor rows that have a given value of one factor, of a full factor space or of listed rows. */
final class HeldRows {

    private final FactorSpace space;
    private final Optional<int[]> listed;
    /** For factor k and value v the listed rows that have it; made when first asked for. */
    private int[][][] byValue;

    HeldRows(Dataset dataset) {
        this.space = dataset.factors();
        this.listed = dataset.rows();
    }

    /**
     * @param factor the held factor of each row
     * @param value  its value; among listed rows one that no row has is replaced by that of any row
     */
    int[] sample(int[] factor, int[] value, RandomGenerator random) {
        int k = space.count();
        if (listed.isEmpty()) {
            int[] rows = space.sample(factor.length, random);
            for (int i = 0; i < factor.length; i++) {
                rows[i * k + factor[i]] = value[i];
            }
            return rows;
        }
        int[] rows = new int[factor.length * k];
        for (int i = 0; i < factor.length; i++) {
            int[] candidates = candidates(factor[i], value[i]);
            int row = candidates.length == 0 ? random.nextInt(listed.get().length / k)
                    : candidates[random.nextInt(candidates.length)];
            System.arraycopy(listed.get(), row * k, rows, i * k, k);
        }
        return rows;
    }

    private synchronized int[] candidates(int factor, int value) {
        if (byValue == null) {
            byValue = new int[space.count()][][];
        }
        if (byValue[factor] == null) {
            byValue[factor] = index(factor);
        }
        return byValue[factor][value];
    }

    private int[][] index(int factor) {
        int[] rows = listed.orElseThrow();
        int k = space.count();
        int[] counts = new int[space.size(factor)];
        for (int i = factor; i < rows.length; i += k) {
            counts[rows[i]]++;
        }
        int[][] index = new int[counts.length][];
        for (int v = 0; v < counts.length; v++) {
            index[v] = new int[counts[v]];
        }
        for (int i = rows.length - k + factor; i >= 0; i -= k) {
            index[rows[i]][--counts[rows[i]]] = i / k;
        }
        return index;
    }
}
