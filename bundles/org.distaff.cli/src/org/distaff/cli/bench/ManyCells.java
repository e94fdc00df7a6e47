package org.distaff.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;

/**
 * Scores many cells that are already encoded, one after the other: each has tables of 10,000 train and 5,000 test
 * points of its own, which are made outside the measurement.
 */
final class ManyCells {

    private static final int TRAIN = 10_000;
    private static final int TEST = 5_000;
    /** Cells whose codes are held at once, about 50 MB. */
    private static final int HELD = 25;

    private ManyCells() {
    }

    static Measurement.Cost cost(int cells, CodeSource codes, Consumer<Points> scoring, Progress progress)
            throws IOException {
        Measurement.Cost total = new Measurement.Cost(0, 0, 0, 0);
        for (int from = 0; from < cells; from += HELD) {
            progress.check();
            progress.report((double) from / cells, "cell " + from + " of " + cells);
            List<Points> held = new ArrayList<>();
            for (int cell = from; cell < Math.min(cells, from + HELD); cell++) {
                Representation test = codes.sample(TEST, RandomStreams.derive(cell, "bench/cells/test"));
                Representation train = codes.sample(TRAIN, RandomStreams.derive(cell, "bench/cells/train"));
                held.add(new Points(new CodeTable(train), test, 0));
            }
            total = total.plus(CpuClock.cost(() -> held.forEach(scoring)));
        }
        return total;
    }
}
