package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameters;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.browse.ObservationPictures;

/**
 * What a data set costs at its default parameters: opening; the first picture, for which some compute what they keep;
 * random batches, drawn several times, the same ones, so that files are cached and code is compiled the last time, which
 * is the one measured; and pictures as the data set view draws them when a factor is changed, none of them twice.
 *
 * @param provider what is opened
 * @param progress hears nothing and may be cancelled
 */
record DatasetTimes(DatasetProvider provider, Progress progress) {

    private static final int BATCH = 64;
    /** A measurement is about twice as long. */
    private static final double SECONDS = 0.25;

    /** Measures on one thread. */
    List<Measurement> measure() throws IOException {
        String id = provider.describe().id();
        Parameters parameters = Parameters.defaults(provider);
        provider.open(parameters);
        Dataset[] opened = new Dataset[1];
        List<Measurement> found = new ArrayList<>();
        found.add(one(id + ", opening", CpuClock.cost(() -> opened[0] = provider.open(parameters)), "openings"));
        Dataset dataset = opened[0];
        Changes changes = new Changes(dataset);
        found.add(one(id + ", first picture", CpuClock.cost(() -> draw(dataset, changes, 1)), "pictures"));
        observe(dataset, enough(n -> observe(dataset, n))); // what is remembered or cached is so by now
        int batches = enough(n -> observe(dataset, n));
        found.add(new Measurement(id + ", random batches", CpuClock.cost(() -> observe(dataset, batches)),
                (double) BATCH * batches, "observations", Double.NaN));
        int warm = enough(n -> draw(dataset, changes, n));
        Dataset again = provider.open(parameters); // one that remembers no picture
        Changes fresh = new Changes(again);
        draw(again, fresh, 1);
        int pictures = Math.min(warm, fresh.most());
        found.add(new Measurement(id + ", changed picture", CpuClock.cost(() -> draw(again, fresh, pictures)), pictures,
                "pictures", Double.NaN));
        return found;
    }

    private static Measurement one(String name, Measurement.Cost cost, String unit) {
        return new Measurement(name, cost, 1, unit, Double.NaN);
    }

    /** Repeated work. */
    private interface Repeated {
        void run(int times);
    }

    /** Repeats ever more often, until that takes some time; how often it was at last. */
    private static int enough(Repeated work) throws IOException {
        int times = 1;
        double seconds = 0;
        while (seconds < SECONDS) {
            times *= 2;
            int now = times;
            seconds = CpuClock.seconds(() -> work.run(now));
        }
        return times;
    }

    private void draw(Dataset dataset, Changes changes, int count) {
        RandomGenerator random = RandomStreams.derive(0, "bench/pictures");
        for (int i = 0; i < count; i++) {
            progress.check();
            ObservationPictures.of(dataset, changes.next(), random);
        }
    }

    private void observe(Dataset dataset, int batches) {
        RandomGenerator random = RandomStreams.derive(0, "bench/datasets");
        FloatBuffer target = FloatBuffer.allocate(BATCH * dataset.observation().values());
        for (int i = 0; i < batches; i++) {
            progress.check();
            dataset.observe(Dataset.sample(dataset, BATCH, random), random, target.clear());
        }
    }
}
