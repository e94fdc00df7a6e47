package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.bytedeco.javacpp.Loader;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.guided.GuidedVaeSupervised;
import org.distaff.models.tc.FactorVae;
import org.eclipse.core.runtime.FileLocator;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** A process that trains is killed without warning at random steps; the next one goes on to the very same bytes. */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "starts eight processes that train")
class KillTest {

    private static final int STEPS = 600;
    private static final int KILLS = 3;

    /** Seconds after which a process that neither tells anything nor ends is taken for stuck. */
    private static final int PATIENCE = 300;

    @TempDir
    private Path folder;

    private static void train(String id, Path folder, Progress progress) throws IOException {
        Model model = id.equals("factor-vae") ? new FactorVae() : new GuidedVaeSupervised();
        Map<String, Object> parameters = id.equals("factor-vae")
                ? Map.of("network", "small-mlp", "shuffled", "second", "discriminatorLayers", 2, "discriminatorWidth",
                        50)
                : Map.of("network", "small-mlp", "batches", "two");
        Runs.train(model, parameters, new Squares(1, 16), new TrainingSettings(STEPS, 16, 1e-3), 11, folder, progress);
    }

    /** What a process of its own does: trains and tells every tenth step. */
    public static final class Child {

        private Child() {
        }

        /** @param arguments id of the model, folder */
        public static void main(String[] arguments) throws IOException {
            train(arguments[0], Path.of(arguments[1]), new Progress() {
                @Override
                public void report(double fraction, String message) {
                    System.out.println(Math.round(fraction * STEPS));
                    System.out.flush();
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"factor-vae", "guided-vae-supervised"})
    void killedAnywhereItEndsWithTheSameBytes(String id) throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        train(id, whole, Progress.NONE);
        RandomGenerator random = RandomStreams.derive(1, "kills/" + id);
        int done = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // the last kill is far from the end: on a busy machine a process goes on for a while until it is killed
            List<Integer> told = run(id, killed, 1 + done + random.nextInt(STEPS / (KILLS + 2)));
            assertTrue(told.get(0) > done - 10, "after step " + done + " it goes on with " + told.get(0));
            done = told.get(told.size() - 1);
            assertFalse(Files.exists(killed.resolve("encoder.onnx")), "killed at step " + done + " of " + STEPS);
        }
        List<Integer> told = run(id, killed, Integer.MAX_VALUE);
        assertEquals(STEPS, told.get(told.size() - 1));
        for (String file : List.of("encoder.onnx", "decoder.onnx", "model.json", "training.csv",
                "pictures/step-000100.npz", "pictures/step-000600.npz")) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(killed.resolve(file)), file);
        }
    }

    /** Runs a process until it tells a step of at least {@code target}, or to its end; returns the steps it told. */
    private List<Integer> run(String id, Path cell, int target) throws IOException, InterruptedException {
        Path log = folder.resolve("errors.log");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED", "-Ddistaff.checkpoint.seconds=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + Loader.getCacheDir(), "-cp", classPath(), Child.class.getName(),
                id, cell.toString()).redirectError(log.toFile()).start();
        CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.SECONDS).execute(process::destroyForcibly);
        List<Integer> told = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.matches("\\d+")) { // a crash of the process, which is no kill of ours
                    fail(line + "\n" + String.join("\n", output.lines().toList()));
                }
                told.add(Integer.parseInt(line));
                if (told.get(told.size() - 1) >= target) {
                    break;
                }
            }
        } finally {
            if (target <= STEPS) {
                process.destroyForcibly(); // SIGKILL: nothing in the process hears of it
            }
        }
        int code = process.waitFor();
        assertTrue(!told.isEmpty() && told.get(told.size() - 1) >= Math.min(target, STEPS)
                && (code == 0) == (target > STEPS), "ended with " + code + " after " + told + " of "
                        + target + ", or was stuck for " + PATIENCE + " s: " + Files.readString(log));
        return told;
    }

    /** Our own, or under OSGi the places of all bundles. */
    private static String classPath() {
        Bundle own = FrameworkUtil.getBundle(KillTest.class);
        if (own == null) {
            return System.getProperty("java.class.path");
        }
        List<String> places = new ArrayList<>();
        for (Bundle bundle : Arrays.asList(own.getBundleContext().getBundles())) {
            FileLocator.getBundleFileLocation(bundle).map(File::toPath).ifPresent(place -> {
                places.add(place.toString());
                places.add(place.resolve("target/classes").toString()); // of a bundle that is not packed
            });
        }
        return String.join(File.pathSeparator, places);
    }
}
