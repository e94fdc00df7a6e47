package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.core.registry.ExtensionContributions;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Planner;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.RunSummary;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.eclipse.core.runtime.RegistryFactory;

/**
 * A study that ships, carried out as the command {@code run} does it.
 *
 * @param cells its finished cells, by seed
 */
record ShippedStudy(List<StoredCell> cells) {

    /** Trains and measures whatever of the study the store has not. */
    static ShippedStudy run(String name, Path store) throws IOException {
        Contributions contributions = ExtensionContributions.read(RegistryFactory.getRegistry()).contributions();
        StudyFile.Reading reading = StudyFile.read(text(name), contributions);
        assertEquals(List.of(), reading.problems());
        Study study = reading.study().orElseThrow();
        Store opened = Store.open(store);
        RunSummary summary = StudyRunner.run(study, opened, RunOptions.DEFAULT, contributions, new RunListener() {
        }, Progress.NONE);
        assertEquals(Map.of(), summary.failures());
        assertTrue(summary.complete());
        return new ShippedStudy(Planner.plan(study, contributions).stream()
                .sorted(Comparator.comparingLong(cell -> cell.seed()))
                .map(cell -> opened.find(cell, study).orElseThrow()).toList());
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Study.class.getResourceAsStream("/studies/" + name + StudyFile.ENDING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One number of each cell of a model. */
    Sample sample(String model, ToDoubleFunction<StoredCell> number) {
        return new Sample(model, cells.stream().filter(cell -> cell.cell().modelId().equals(model))
                .mapToDouble(number).toArray());
    }

    /** The same for each value of one of the model's parameters. */
    List<Sample> samples(String model, String parameter, ToDoubleFunction<StoredCell> number) {
        Map<Object, List<StoredCell>> settings = cells.stream().filter(cell -> cell.cell().modelId().equals(model))
                .collect(Collectors.groupingBy(cell -> cell.cell().modelParameters().get(parameter),
                        LinkedHashMap::new, Collectors.toList()));
        return settings.entrySet().stream().map(setting -> new Sample(model + " " + parameter + " " + setting.getKey(),
                setting.getValue().stream().mapToDouble(number).toArray())).toList();
    }

    /** A score of a cell, as in "mig.score". */
    static ToDoubleFunction<StoredCell> score(String name) {
        return cell -> cell.scores().get(name);
    }
}
