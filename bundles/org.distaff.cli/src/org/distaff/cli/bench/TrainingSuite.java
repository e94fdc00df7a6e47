package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;

/**
 * Optimiser steps per processor second of β-VAE on sprites, batch 64, one thread. Start-up and export cancel out: a short
 * run is subtracted from a long one.
 */
final class TrainingSuite implements Suite {

    private static final int SHORT = 40;
    private static final int LONG = 240;
    private static final int BATCH = 64;

    @Override
    public List<Measurement> run(Contributions contributions, Progress progress) throws IOException {
        Model model = contributions.model("beta-vae");
        DatasetProvider sprites = contributions.dataset("sprites");
        Dataset dataset = sprites.open(Parameters.defaults(sprites));
        List<Measurement> found = new ArrayList<>();
        List<String> networks = model.describe().parameter("network").orElseThrow().choices();
        for (String network : networks) {
            progress.report((double) found.size() / networks.size(), network);
            Parameters parameters = Parameters.of(model, Map.of("network", network));
            train(model, dataset, parameters, SHORT, progress); // warm
            double brief = CpuClock.seconds(() -> train(model, dataset, parameters, SHORT, progress));
            double full = CpuClock.seconds(() -> train(model, dataset, parameters, LONG, progress));
            found.add(new Measurement("beta-vae " + network, full - brief, LONG - SHORT, "steps"));
        }
        return found;
    }

    private static void train(Model model, Dataset dataset, Parameters parameters, int steps, Progress progress)
            throws IOException {
        Path folder = Files.createTempDirectory("distaff-bench");
        try {
            TrainingSettings settings = new TrainingSettings(steps, BATCH, 1e-4);
            model.train(new TrainingContext(dataset, parameters, settings, 0, folder, 1, "cpu", progress.part(0, 0)));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
