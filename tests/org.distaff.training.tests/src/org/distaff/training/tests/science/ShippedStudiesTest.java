package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.distaff.core.registry.ExtensionContributions;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Planner;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Studies that ship can be run: everything they name is contributed, every parameter is in its range. */
class ShippedStudiesTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath().getParent().getParent()
            .resolve("bundles/org.distaff.study/src/studies");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void canBeRun(String name) throws IOException {
        assertTrue(name.endsWith(StudyFile.ENDING), name);
        var contributions = ExtensionContributions.read(RegistryFactory.getRegistry()).contributions();
        StudyFile.Reading reading = StudyFile.read(Files.readString(FOLDER.resolve(name)), contributions);
        assertEquals(List.of(), reading.problems());
        Study study = reading.study().orElseThrow();
        assertEquals(name, study.name() + StudyFile.ENDING);
        assertTrue(Planner.plan(study, contributions).size() > 1);
    }
}
