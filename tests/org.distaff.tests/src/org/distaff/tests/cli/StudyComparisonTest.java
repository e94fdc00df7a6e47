package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.distaff.cli.command.RunCommand;
import org.distaff.cli.command.StatusCommand;
import org.distaff.core.describe.Description;
import org.distaff.core.metric.Comparison;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Scores;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.datasets.sprites.SpritesProvider;
import org.distaff.metrics.comparison.UnsupervisedDisentanglementRanking;
import org.distaff.onnx.card.ModelCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A study whose cells are compared, run with ONNX Runtime; "training" copies a model that PyTorch exported. */
class StudyComparisonTest {

    private record Copying() implements Model {

        @Override
        public Description describe() {
            return Description.of("copying", "Copying").summary("Has learnt elsewhere");
        }

        @Override
        public TrainedModel train(TrainingContext context) throws IOException {
            for (String name : List.of("encoder.onnx", "decoder.onnx")) {
                try (InputStream in = StudyComparisonTest.class.getResourceAsStream(name)) {
                    Files.copy(in, context.folder().resolve(name));
                }
            }
            return ModelCards.in(context.folder());
        }
    }

    private record Broken() implements Comparison {

        @Override
        public Description describe() {
            return Description.of("broken", "Broken").summary("Cannot compare anything");
        }

        @Override
        public List<Scores> compare(List<Evaluation> models, Progress progress) {
            throw new IllegalStateException("division by cucumber");
        }
    }

    @TempDir
    private Path folder;

    private static Console console() {
        return new Console(new Contributions(List.of(new SpritesProvider()), List.of(), List.of(new Copying()),
                List.of(new FakeMetric("mig", false)), List.of(new Broken(), new UnsupervisedDisentanglementRanking()),
                List.of(), List.of(new RunCommand(), new StatusCommand())));
    }

    private int run(Console console, String command, String metrics, String... options) throws IOException {
        Path study = Files.writeString(folder.resolve("peers.study.yaml"), """
                study: peers
                datasets: [ sprites ]
                models: [ { id: copying, training: { steps: 1 } } ]
                seeds: 0..2
                metrics: [ %s ]
                """.formatted(metrics));
        List<String> words = new ArrayList<>(List.of(command, study.toString(), "--store",
                folder.resolve("store").toString()));
        words.addAll(List.of(options));
        return console.run(words.toArray(String[]::new));
    }

    @Test
    void resultsHaveTheScoresOfComparisons() throws IOException {
        Console console = console();
        assertEquals(0, run(console, "run", "{ id: udr, parameters: { numDataPoints: 100 } }", "--json"),
                console.err());
        JsonObject row = JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonObject("table")
                .getAsJsonArray("rows").get(0).getAsJsonObject();
        JsonObject udr = row.getAsJsonObject("score:udr.score");
        assertTrue(udr.get("mean").getAsDouble() > 0, udr.toString());
        assertEquals(0, udr.get("std").getAsDouble(), 1e-12, "three copies of one model agree equally");
        Console status = console();
        assertEquals(0, run(status, "status", "{ id: udr, parameters: { numDataPoints: 100 } }"));
        assertTrue(status.out().lines().findFirst().orElse("").contains("udr.score"), status.out());
    }

    @Test
    void aFailedComparisonEndsTheRunWithOneAndIsNamed() throws IOException {
        Console console = console();
        assertEquals(1, run(console, "run", "mig, broken", "--json"), console.err());
        assertTrue(console.err().contains("by broken: Metric 'broken' failed unexpectedly (division by cucumber)"),
                console.err());
        assertTrue(console.err().contains("All cells are finished, but not all could be compared"), console.err());
        JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals(3, document.getAsJsonObject("summary").get("finished").getAsInt());
        assertEquals(1, document.getAsJsonArray("comparisonFailures").size());
        assertEquals(0, document.getAsJsonArray("failures").size());
    }
}
