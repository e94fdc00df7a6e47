package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.training.bench.DenseWorkload;
import org.distaff.training.bench.FixedPictures;

/**
 * Something to train on one thread, batches of 64.
 *
 * @param name     for people
 * @param kind     what PyTorch's script calls it
 * @param sizes    its sizes, as the script reads them
 * @param steps    enough for a measurement
 * @param training trains so many steps
 */
record TrainingTask(String name, String kind, String sizes, int steps, Training training) {

    private static final int BATCH = 64;

    /** Steps of a training as studies have it (Locatello et al., ICML 2019, appendix). */
    private static final int LONG = 300_000;

    /** Trains so many steps and leaves its files in a folder. */
    interface Training {
        void train(int steps, Path folder, Progress progress) throws IOException;
    }

    /** β-VAE with convolutions. */
    static TrainingTask conv(Model betaVae, int channels, int steps) {
        FixedPictures pictures = new FixedPictures(new ObservationShape(channels, 64, 64));
        Parameters parameters = Parameters.of(betaVae, Map.of("network", "conv"));
        return new TrainingTask("conv VAE 64×64×" + channels, "conv", String.valueOf(channels), steps,
                (count, folder, progress) -> betaVae.train(new TrainingContext(pictures, parameters,
                        new TrainingSettings(count, BATCH, 1e-4), 0, folder, 1, "cpu", progress)));
    }

    /** A dense network, or several side by side. */
    static TrainingTask dense(String name, int steps, int models, Integer... widths) {
        DenseWorkload workload = new DenseWorkload(List.of(widths), BATCH);
        String sizes = Stream.of(widths).map(String::valueOf).collect(Collectors.joining(" "));
        return new TrainingTask(name, "dense", sizes, steps,
                (count, folder, progress) -> workload.train(count, models, folder, progress));
    }

    /**
     * Processor seconds of its steps in the midst of a long training, which is given up after them: start-up, first steps
     * and export are left out, and monitors are asked as seldom as a study does.
     */
    double seconds(Progress progress) throws IOException {
        Meter meter = new Meter(progress, steps + Math.max(10, steps / 4));
        try {
            train(LONG, meter);
        } catch (Cancelled e) {
            progress.check();
        }
        return meter.secondsPerStep() * steps;
    }

    /** Reads the processor clock when training tells how far it is, and ends it. */
    private static final class Meter implements Progress {

        /** Share of the steps that warms up. */
        private static final double WARM = 0.2;

        private final Progress whole;
        private final int count;
        private long begin = -1;
        private long end;
        private double first;
        private double last;

        Meter(Progress whole, int count) {
            this.whole = whole;
            this.count = count;
        }

        @Override
        public void report(double fraction, String message) {
            end = Math.round(fraction * LONG);
            last = CpuClock.now();
            if (begin < 0 && end >= WARM * count) {
                begin = end;
                first = last;
            }
        }

        @Override
        public boolean cancelled() {
            return end >= count || whole.cancelled();
        }

        double secondsPerStep() {
            return (last - first) / (end - begin);
        }
    }

    /** Trains in a folder that is deleted afterwards. */
    void train(int count, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("distaff-bench");
        try {
            training.train(count, folder, progress);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
