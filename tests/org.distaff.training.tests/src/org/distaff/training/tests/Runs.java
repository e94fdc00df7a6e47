package org.distaff.training.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;

/** Trains the shipped models on one thread. */
final class Runs {

    private Runs() {
    }

    static TrainedModel train(Model model, Map<String, ?> parameters, Dataset dataset, TrainingSettings settings,
            long seed, Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        return model.train(context(model, parameters, dataset, settings, seed, folder, "cpu", progress));
    }

    static TrainingContext context(Model model, Map<String, ?> parameters, Dataset dataset, TrainingSettings settings,
            long seed, Path folder, String device, Progress progress) {
        return new TrainingContext(dataset, Parameters.of(model, parameters), settings, seed, folder, 1, device,
                progress);
    }
}
