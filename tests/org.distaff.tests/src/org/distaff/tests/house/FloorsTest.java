package org.distaff.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Imports between our bundles go down the floors only, in manifests and in class files. */
class FloorsTest {

    /** Which of our bundles each bundle may import; what is absent here is forbidden. */
    private static final Map<String, Set<String>> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("onnx", Set.of("core")),
            Map.entry("plot", Set.of("core")),
            Map.entry("metrics", Set.of("core")),
            Map.entry("datasets", Set.of("core")),
            Map.entry("training", Set.of("core", "onnx")),
            Map.entry("models", Set.of("core", "training")),
            Map.entry("study", Set.of("core", "onnx", "plot")),
            Map.entry("cli", Set.of("core", "onnx", "plot", "study", "training")),
            Map.entry("ui", Set.of("core", "onnx", "plot", "study")),
            Map.entry("ui.results", Set.of("core", "onnx", "plot", "study", "ui")),
            Map.entry("ui.datasets", Set.of("core", "plot", "study", "ui")),
            Map.entry("ui.traversal", Set.of("core", "onnx", "plot", "study", "ui"))));

    private static final String PREFIX = "org.distaff.";

    /** Bundles whose classes may know SWT and the workbench. */
    private static final Set<String> UPPER = Set.of("ui", "ui.datasets", "ui.results", "ui.traversal");

    private static final Path BUNDLES = Path.of("").toAbsolutePath().getParent().getParent().resolve("bundles");

    @Test
    void everyBundleHasItsFloor() throws IOException {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            Set<String> found = new TreeSet<>();
            folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF")))
                    .forEach(f -> found.add(f.getFileName().toString().substring(PREFIX.length())));
            assertEquals(ALLOWED.keySet(), found);
        }
    }

    @Test
    void manifestsImportDownwards() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String bundle : ALLOWED.keySet()) {
            for (String other : ourBundlesIn(Manifests.requirements(folder(bundle)))) {
                if (!ALLOWED.get(bundle).contains(other)) {
                    wrong.add(PREFIX + bundle + " requires " + PREFIX + other);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void classesImportDownwards() throws IOException {
        List<String> wrong = new ArrayList<>();
        int classes = 0;
        for (String bundle : ALLOWED.keySet()) {
            for (Path file : classFiles(bundle)) {
                classes++;
                for (String name : ClassNames.in(Files.readAllBytes(file))) {
                    String other = name.startsWith(PREFIX) ? bundleOf(name) : bundle;
                    if (!other.equals(bundle) && !ALLOWED.get(bundle).contains(other)) {
                        wrong.add(file.getFileName() + " of " + PREFIX + bundle + " uses " + name);
                    }
                    if (!UPPER.contains(bundle) && (name.startsWith("org.eclipse.swt.")
                            || name.startsWith("org.eclipse.ui.") || name.startsWith("org.eclipse.jface."))) {
                        wrong.add(file.getFileName() + " of " + PREFIX + bundle + " uses " + name);
                    }
                }
            }
        }
        assertTrue(classes > 100, "only " + classes + " class files were found under " + BUNDLES);
        assertEquals(List.of(), wrong);
    }

    @Test
    void aForbiddenImportWouldBeSeen() {
        assertFalse(ALLOWED.get("study").contains(bundleOf("org.distaff.metrics.information.Entropy")));
        assertEquals("ui.results", bundleOf("org.distaff.ui.results.ResultsPart"));
        assertEquals("ui", bundleOf("org.distaff.ui.Topics"));
    }

    private static List<String> ourBundlesIn(List<String> requirements) {
        return requirements.stream().filter(r -> r.startsWith(PREFIX)).map(FloorsTest::bundleOf).toList();
    }

    /** The longest bundle name that the class or package name begins with. */
    private static String bundleOf(String name) {
        String rest = name.substring(PREFIX.length());
        return ALLOWED.keySet().stream().filter(b -> rest.equals(b) || rest.startsWith(b + "."))
                .max((a, b) -> a.length() - b.length()).orElse(rest);
    }

    private static Path folder(String bundle) {
        return BUNDLES.resolve(PREFIX + bundle);
    }

    private static List<Path> classFiles(String bundle) throws IOException {
        Path classes = folder(bundle).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(f -> f.toString().endsWith(".class")).toList();
        }
    }
}
