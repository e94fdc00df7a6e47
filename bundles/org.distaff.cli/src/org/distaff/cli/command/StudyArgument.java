package org.distaff.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.cli.input.InputFile;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.Problem;
import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
import org.distaff.study.run.WantedScores;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/**
 * The study that a command line names, and its store.
 *
 * @param study the study
 * @param store folder of the store, whether it is there or not
 */
record StudyArgument(Study study, Path store) {

    static final Parameter STUDY = Parameter.path("study", null)
            .meaning("study file (*.study.yaml); without one, the quick-start study that ships with Distaff")
            .byPosition();
    static final Parameter STORE = Parameter.path("store", null)
            .meaning("folder of the finished cells; otherwise distaff-store/<study name> in the working folder, "
                    + ".distaff/quickstart for the quick-start study");
    /** What a study and a store are, for every command's help. */
    static final String HELP = """
            A study file is YAML: study (its name), datasets, models with their grids, seeds, metrics. The store \
            keeps every finished cell in a folder of its own; cells are named by what they are, so several studies, \
            machines and shards may share one store, and running again does only what is missing.""";

    private static final String QUICKSTART = "/studies/quickstart.study.yaml";

    /** Reads and checks the study. */
    static StudyArgument of(Invocation invocation) throws IOException {
        Optional<String> given = invocation.parameters().optional("study");
        Study study = given.isPresent()
                ? StudyFile.load(InputFile.existing(given.get(), "STUDY"), invocation.contributions())
                : quickstart(invocation);
        Path usual = given.isPresent() ? Path.of("distaff-store", study.name().replaceAll("[^A-Za-z0-9_-]+", "-"))
                : Path.of(".distaff", "quickstart");
        return new StudyArgument(study, invocation.parameters().optional("store")
                .map(s -> InputFile.path(s, "--store")).orElse(usual));
    }

    private static Study quickstart(Invocation invocation) throws IOException {
        try (InputStream in = Study.class.getResourceAsStream(QUICKSTART)) {
            if (in == null) {
                throw Problem.input("The quick-start study is not part of this installation; name a study file.");
            }
            StudyFile.Reading reading = StudyFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    invocation.contributions());
            return reading.study().orElseThrow(() -> Problem.failed("The quick-start study cannot be used: "
                    + reading.problems().get(0).message(), null));
        }
    }

    List<Cell> plan(Invocation invocation) {
        return Planner.plan(study, invocation.contributions());
    }

    /** The store for writing; its folder is made when it is missing. */
    Store openStore() throws IOException {
        if (Files.exists(store) && !Files.isDirectory(store)) {
            throw Problem.input("--store: " + store + " is a file; name a folder.");
        }
        Files.createDirectories(store);
        return Store.open(store);
    }

    /** The store if its folder is there; looking must not create one. */
    Optional<Store> existingStore() {
        return Files.isDirectory(store) ? Optional.of(Store.open(store)) : Optional.empty();
    }

    /** The finished cells of these, in their order, with the scores that the study asks for. */
    static List<StoredCell> finished(List<Cell> cells, Store store, Study study) {
        return cells.stream().map(cell -> store.find(cell, study)).flatMap(Optional::stream).toList();
    }

    /** Why cells of these failed the last time they were tried, by their names; those done since are left out. */
    Map<String, String> failures(List<Cell> cells, Store opened, Contributions contributions) {
        Map<String, String> all = opened.failures();
        WantedScores wanted = WantedScores.of(study, contributions);
        Map<String, String> named = new LinkedHashMap<>();
        cells.stream().filter(cell -> all.containsKey(cell.id()) && opened.find(cell)
                .filter(stored -> wanted.missing(opened, stored).isEmpty()).isEmpty())
                .forEach(cell -> named.put(cell.label(contributions), all.get(cell.id())));
        return named;
    }

    /** Where the report goes unless told otherwise: beside the store. */
    Path reportFolder() {
        Path folder = store.toAbsolutePath().normalize();
        return store.resolveSibling(folder.getFileName() + "-report");
    }
}
