package org.distaff.ui.datasets;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.browse.DatasetSheet;

/** A data set that is being looked at. */
final class OpenDataset {

    private final DatasetProvider provider;
    private final Dataset dataset;
    /** The listed rows; {@code null} when every combination has an observation. */
    private final Set<IntBuffer> listed;
    private final RandomGenerator random = RandomStreams.derive(0, "browse/random");

    OpenDataset(DatasetProvider provider, Dataset dataset) {
        this.provider = provider;
        this.dataset = dataset;
        this.listed = dataset.rows().map(rows -> listed(rows, dataset.factors().count())).orElse(null);
    }

    /** Buffers are equal when their values are; there may be more combinations than indices. */
    private static Set<IntBuffer> listed(int[] rows, int factors) {
        Set<IntBuffer> listed = new HashSet<>();
        for (int from = 0; from < rows.length; from += factors) {
            listed.add(IntBuffer.wrap(rows, from, factors));
        }
        return listed;
    }

    DatasetProvider provider() {
        return provider;
    }

    Dataset dataset() {
        return dataset;
    }

    /** Number of observations, with thousands set apart. */
    String size() {
        Optional<int[]> rows = dataset.rows();
        long count = rows.isPresent() ? rows.get().length / dataset.factors().count() : dataset.factors().combinations();
        return String.format(Locale.ROOT, "%,d", count);
    }

    boolean has(int[] row) {
        return listed == null || listed.contains(IntBuffer.wrap(row));
    }

    /** A factor row to begin with: the middle of the factor space, or the first listed one. */
    int[] first() {
        int k = dataset.factors().count();
        if (dataset.rows().isPresent()) {
            return Arrays.copyOf(dataset.rows().get(), k);
        }
        return DatasetSheet.middle(dataset.factors());
    }

    /** A random factor row that has an observation. */
    int[] any() {
        return Dataset.sample(dataset, 1, random);
    }
}
