package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {

    private static final String GOOD = """
            study: test
            datasets:
              - { id: data, parameters: { resolution: 32 } }
            models:
              - id: fake
                parameters: { latents: 6 }
                grid: { beta: [1, 4] }
                training: { steps: 100 }
            seeds: 0..2
            metrics: [ mig, { id: dci, parameters: { bins: 10 } } ]
            """;

    @Test
    void aStudyIsReadWithItsDefaults() {
        Study study = good();
        assertEquals("test", study.name());
        assertEquals(Map.of("resolution", "32"), study.datasets().get(0).parameters());
        assertEquals(List.of(Map.of("beta", 1.0, "latents", 6L), Map.of("beta", 4.0, "latents", 6L)),
                study.models().get(0).settings());
        assertEquals(Map.of("steps", 100L, "batch", 64L, "learningRate", 1e-4), study.models().get(0).training());
        assertEquals(List.of(0L, 1L, 2L), study.seeds());
        assertEquals(Map.of("bins", 10L), study.metrics().get(1).parameters());
    }

    @Test
    void zipGoesInStepAndGridMultiplies() {
        Study study = read(GOOD.replace("grid: { beta: [1, 4] }", "zip: { beta: [1, 2, 3], latents: [4, 5, 6] }")
                .replace("    parameters: { latents: 6 }\n", "")).study().orElseThrow();
        assertEquals(List.of(Map.of("beta", 1.0, "latents", 4L), Map.of("beta", 2.0, "latents", 5L),
                Map.of("beta", 3.0, "latents", 6L)), study.models().get(0).settings());
        Study product = read(GOOD.replace("beta: [1, 4]", "beta: [1, 4], latents: [2, 3]")).study().orElseThrow();
        assertEquals(4, product.models().get(0).settings().size());
    }

    @Test
    void problemsAreToldWhereTheyAre() {
        assertProblem(1, 1, "'metrics' is missing.", GOOD.replaceAll("metrics:.*\n", ""));
        assertProblem(1, 1, "study file has no 'studdy'. Did you mean 'study'?", GOOD.replace("study:", "studdy:"));
        assertProblem(3, 11, "there is no data set 'dato'. Did you mean 'data'?", GOOD.replace("id: data", "id: dato"));
        assertProblem(3, 43, "'data': 'resolution' must be one of 64, 32, not '33'.",
                GOOD.replace("resolution: 32", "resolution: 33"));
        assertProblem(5, 9, "there is no model 'fak'. Did you mean 'fake'?", GOOD.replace("id: fake", "id: fak"));
        assertProblem(7, 23, "'fake': 'beta' must be a number from 0 to 100, not '-4'.",
                GOOD.replace("[1, 4]", "[1, -4]"));
        assertProblem(7, 13, "'fake' has no 'bta'. Did you mean 'beta'?", GOOD.replace("beta:", "bta:"));
        assertProblem(8, 24, "'training': 'steps' must be an integer from 0 to 100000000, not 'many'.",
                GOOD.replace("steps: 100", "steps: many"));
        assertProblem(9, 8, "'0-4' is no seed: a number from 0, or a range as in 0..4, was expected.",
                GOOD.replace("0..2", "0-4"));
        assertProblem(10, 12, "there is no metric 'mgi'. Did you mean 'mig'?", GOOD.replace("[ mig", "[ mgi"));
        assertProblem(7, 10, "the lists under 'zip' must have the same length.",
                GOOD.replace("grid: { beta: [1, 4] }", "zip: { beta: [1, 4], latents: [2] }"));
    }

    @Test
    void allProblemsAreCollected() {
        assertEquals(3, read(GOOD.replace("fake", "fak").replace("0..2", "x").replace("[ mig", "[ mgi")).problems().size());
    }

    @Test
    void wrongYamlIsNoYaml() {
        assertTrue(read("study: [").problems().get(0).message().startsWith("this is no YAML"));
        assertTrue(read("").problems().get(0).message().startsWith("the file is empty"));
        assertTrue(read("study: a\nstudy: b\n").problems().toString().contains("twice"));
        assertTrue(read("[".repeat(50_000)).problems().size() == 1, "deep nesting is a problem, not a crash");
    }

    @Test
    void mutatedStudiesNeverThrow() {
        RandomGenerator random = RandomStreams.derive(11, "yaml");
        for (int i = 0; i < 1500; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int edits = random.nextInt(5); edits >= 0; edits--) {
                text.setCharAt(random.nextInt(text.length()), " \n:{}[]#&*!|>'\"%@0aä".charAt(random.nextInt(20)));
            }
            StudyFile.Reading reading = read(text.toString());
            assertEquals(reading.problems().isEmpty(), reading.study().isPresent());
        }
    }

    @Test
    void filesAreNamedInTheirProblems(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.study.yaml");
        Files.writeString(file, GOOD.replace("id: fake", "id: fak"));
        String message = assertThrows(Problem.class, () -> StudyFile.load(file, Fakes.contributions())).getMessage();
        assertEquals(file + ":5:9: there is no model 'fak'. Did you mean 'fake'?", message);
    }

    @Test
    void cellsComeInOrderAndKeepTheirIds() {
        List<Cell> cells = Planner.plan(good(), Fakes.contributions());
        assertEquals(6, cells.size());
        assertEquals(List.of(0L, 1L, 2L, 0L, 1L, 2L), cells.stream().map(Cell::seed).toList());
        assertEquals(1.0, cells.get(2).modelParameters().get("beta"));
        // SHA-256 of the canonical description, from Python's hashlib over json.dumps with sorted keys (1e-4 as Java prints it)
        assertEquals(FIRST_ID, cells.get(0).id());
        Study longer = read(GOOD.replace("[1, 4]", "[9, 1, 4]").replace("0..2", "0..9")).study().orElseThrow();
        assertTrue(Planner.plan(longer, Fakes.contributions()).stream().map(Cell::id).toList()
                .containsAll(cells.stream().map(Cell::id).toList()), "editing a study never renumbers cells");
        assertEquals("fake beta=1.0 latents=6 on data resolution=32, seed 0", cells.get(0).label(Fakes.contributions()));
    }

    private static final String FIRST_ID = "91782e394b377be0bcdb54e159f9f820d5dc6ceb5cdb1503af22073b365598c4";

    private static Study good() {
        StudyFile.Reading reading = read(GOOD);
        assertEquals(List.of(), reading.problems());
        return reading.study().orElseThrow();
    }

    private static StudyFile.Reading read(String text) {
        return StudyFile.read(text, Fakes.contributions());
    }

    private static void assertProblem(int line, int column, String message, String text) {
        StudyFile.Reading reading = read(text);
        assertTrue(reading.problems().stream()
                .anyMatch(p -> p.line() == line && p.column() == column && p.message().equals(message)),
                () -> reading.problems().toString());
    }
}
