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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.core.registry.Contributions;
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
        Study product = read(GOOD.replace("beta: [1, 4]", "beta: [1, 4], latents: [2, 3]")
                .replace("    parameters: { latents: 6 }\n", "")).study().orElseThrow();
        assertEquals(4, product.models().get(0).settings().size());
    }

    @Test
    void whatAStudyGivesReplacesWhatAPresetSays() {
        String all = GOOD.replaceAll("    (parameters: . lat|grid|training).*\n", "");
        assertEquals(List.of(Map.of("beta", 4.0, "latents", 10L)), models(all).settings(), "nothing is left of them");
        Study.ModelEntry preset = models(all.replace("fake\n", "fake\n    preset: paper\n"));
        assertEquals(List.of(Map.of("beta", 2.0, "latents", 7L), Map.of("beta", 8.0, "latents", 7L)), preset.settings());
        assertEquals(Map.of("steps", 50L, "batch", 32L, "learningRate", 1e-4), preset.training());
        Study.ModelEntry changed = models(GOOD.replace("fake\n", "fake\n    preset: paper\n"));
        assertEquals(good().models().get(0).settings(), changed.settings());
        assertEquals(Map.of("steps", 100L, "batch", 32L, "learningRate", 1e-4), changed.training());
        Study.ModelEntry swept = models(all.replace("fake\n", "fake\n    preset: paper\n    grid: { latents: [1, 2] }\n"));
        assertEquals(4, swept.settings().size());
    }

    private static Study.ModelEntry models(String text) {
        return read(text).study().orElseThrow().models().get(0);
    }

    @Test
    void problemsAreToldWhereTheyAre() {
        assertProblem(6, 13, "'fake' has no preset 'papre'. Did you mean 'paper'?",
                GOOD.replace("fake\n", "fake\n    preset: papre\n"));
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
    void valuesThatWouldSilentlyLoseAreProblems() {
        assertProblem(7, 27, "'latents' has its values in another block already; give them once.",
                GOOD.replace("beta: [1, 4]", "beta: [1, 4], latents: [2, 3]"));
        assertProblem(10, 17, "the metric 'mig' stands here twice; a study measures each metric with one setting.",
                GOOD.replace("mig, {", "mig, { id: mig, parameters: { bins: 9 } }, {"));
        assertProblem(9, 8, "a seed stands here twice.", GOOD.replace("0..2", "[0..2, 1]"));
        assertProblem(8, 29, "'steps' stands here twice.", GOOD.replace("steps: 100", "steps: 100, steps: 5"));
    }

    @Test
    void everyKindOfValueIsChecked() {
        assertProblem(1, 8, "a study's name has letters, digits, spaces, dots, hyphens or underscores, not '../x'.",
                GOOD.replace("study: test", "study: ../x"));
        assertProblem(2, 11, "at least one entry is needed.", GOOD.replaceFirst("datasets:\n.*\n", "datasets: []\n"));
        assertProblem(9, 8, "at least one seed is needed.", GOOD.replace("0..2", "[]"));
        assertProblem(9, 8, "a seed or a range as in 0..4 was expected, not a list or block.",
                GOOD.replace("0..2", "{ from: 0 }"));
        assertProblem(9, 8, "the range 5..2 must go upwards, and a study has at most 100000 seeds.",
                GOOD.replace("0..2", "5..2"));
        assertProblem(7, 19, "'beta' needs at least one value.", GOOD.replace("[1, 4]", "[]"));
        assertProblem(6, 17, "'fake': a block of keys was expected (beta, latents).",
                GOOD.replace("parameters: { latents: 6 }", "parameters: 6"));
        assertProblem(5, 5, "'id' is missing.", GOOD.replace("  - id: fake\n    parameters", "  - parameters"));
        assertProblem(8, 17, "'training' has no 'stesp'. Did you mean 'steps'?", GOOD.replace("steps:", "stesp:"));
        assertProblem(10, 48, "'dci': 'bins' must be an integer from 2 to 1000, not '2.5'.",
                GOOD.replace("bins: 10", "bins: 2.5"));
    }

    @Test
    void tagsAreRefusedAndAliasesEnd() {
        assertProblem(1, 8, "the tag 'tag:yaml.org,2002:javax.script.ScriptEngineManager' is not allowed: a study file has "
                + "plain values, lists and blocks.",
                GOOD.replace("study: test", "study: !!javax.script.ScriptEngineManager x"));
        assertTrue(read("study: &a [ *a ]\nmodels: *a\n").study().isEmpty(), "a list that holds itself comes to an end");
        assertProblem(1, 9, "the character U+0000 must not stand in a study file; delete it.",
                GOOD.replace("study: test", "study: t\0"));
        assertProblem(3, 3, "the character U+0007 must not stand in a study file; delete it.",
                "# " + "\uD83E\uDDF5".repeat(5000) + "\n\n# \u0007"); // beyond the reader's first buffer, after wide characters
    }

    @Test
    void astronomicalStudiesAreRefusedBeforeTheyArePlanned() {
        String hundred = IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining(","));
        // 100 settings × 100,000 seeds = 10⁷ cells
        assertProblem(1, 1, "the study has 10000000 cells; divide it into studies of at most 1000000.",
                GOOD.replace("[1, 4]", "[" + hundred + "]").replace("0..2", "0..99999"));
        String thousand = IntStream.rangeClosed(1, 1001).mapToObj(i -> "1").collect(Collectors.joining(","));
        assertProblem(6, 11, "the grid has more than 100000 points.",
                GOOD.replace("    parameters: { latents: 6 }\n", "")
                        .replace("[1, 4]", "[" + hundred + "], latents: [" + thousand + "]"));
    }

    @Test
    void wordsForMetricsLeaveWhatIsNamedByIdAlone() {
        for (String list : List.of("[ { id: dci, parameters: { bins: 7 } }, default ]",
                "[ all, { id: dci, parameters: { bins: 7 } } ]")) {
            Study study = read(GOOD.replaceFirst("metrics: .*", "metrics: " + list)).study().orElseThrow();
            Map<String, Map<String, Object>> metrics = study.metrics().stream()
                    .collect(Collectors.toMap(Study.MetricEntry::id, Study.MetricEntry::parameters));
            assertEquals(Map.of("mig", Map.of("bins", 20L), "dci", Map.of("bins", 7L)), metrics, list);
        }
        Contributions installed = Fakes.contributions();
        StudyFile.Reading none = StudyFile.read(GOOD.replaceFirst("metrics: .*", "metrics: default"), new Contributions(
                installed.datasets(), installed.models(), List.of(), List.of(), List.of()));
        assertEquals(10, none.problems().get(0).line());
        assertEquals(10, none.problems().get(0).column());
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
    void wideCharactersMayStandAnywhere() {
        for (int before = 1000; before < 1060; before++) { // the YAML reader's buffer ends among these
            assertEquals(List.of(), read("#" + "x".repeat(before) + "\uD83E\uDDF5\n" + GOOD).problems());
        }
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
