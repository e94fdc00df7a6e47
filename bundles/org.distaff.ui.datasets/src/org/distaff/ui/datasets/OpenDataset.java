package org.distaff.ui.datasets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.Factor;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.browse.DatasetSheet;

/** A data set that is being looked at. */
final class OpenDataset {

    private final DatasetProvider provider;
    private final Dataset dataset;
    private final RandomGenerator random = RandomStreams.derive(0, "browse/random");

    OpenDataset(DatasetProvider provider, Dataset dataset) {
        this.provider = provider;
        this.dataset = dataset;
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

    /** The values of a factor row in which it differs from another one, for people. */
    String differences(int[] row, int[] other) {
        return IntStream.range(0, row.length).filter(k -> row[k] != other[k]).mapToObj(k -> {
            Factor factor = dataset.factors().factors().get(k);
            return factor.name() + " " + DatasetSheet.valueName(factor, row[k]);
        }).collect(Collectors.joining(", "));
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
