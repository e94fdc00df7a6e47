package org.distaff.cli.bench;

import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.random.RandomStreams;

/**
 * Factor rows as somebody asks for them who moves a slider: each differs from the last one in one factor. Of a data set
 * that has observations for some rows only, those, one after the other.
 */
final class Changes {

    private final Dataset dataset;
    private final RandomGenerator random = RandomStreams.derive(0, "bench/changes");
    private final int[] row;
    private int drawn;

    Changes(Dataset dataset) {
        this.dataset = dataset;
        this.row = Dataset.sample(dataset, 1, random);
    }

    /** How many are drawn before listed rows begin again, the first one left out. */
    int most() {
        return dataset.rows().map(rows -> Math.max(1, rows.length / row.length - 1)).orElse(Integer.MAX_VALUE);
    }

    int[] next() {
        if (dataset.rows().isPresent()) {
            int[] rows = dataset.rows().get();
            System.arraycopy(rows, drawn++ % (rows.length / row.length) * row.length, row, 0, row.length);
            return row;
        }
        int factor = random.nextInt(row.length);
        Factor changed = dataset.factors().factors().get(factor);
        row[factor] = (row[factor] + 1 + random.nextInt(Math.max(1, changed.size() - 1))) % changed.size();
        return row;
    }
}
