package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.report.Report;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a study whose cells have no ONNX files. */
class ReportTest {

    @TempDir
    private Path folder;

    private String page(Map<String, String> failures) throws IOException {
        Contributions contributions = Fakes.ill(new AtomicInteger(1));
        Study study = StudyFile.read("""
                study: small
                datasets: [ data ]
                models: [ fake ]
                seeds: 0..1
                metrics: [ ill, mig ]
                """, contributions).study().orElseThrow();
        Store store = Store.open(folder.resolve("store"));
        StudyRunner.run(study, store, new RunOptions("cpu", 1, 1, 1, null), contributions, new RunListener() {
        }, Progress.NONE, Fakes.MEASURER);
        List<StoredCell> cells = store.cells();
        return Files.readString(Report.write(study, cells, failures, folder.resolve("report"), contributions,
                Progress.NONE));
    }

    @Test
    void tellsScoresWarningsAndWhatFailed() throws IOException {
        String page = page(Map.of("fake on data, seed 0", "Only 1 < 2 points."));
        assertTrue(page.contains("<td class=\"number\">3"), page); // mig of the fakes is the length of its id
        assertTrue(page.contains("<h2>Failed</h2>\n<ul><li>fake on data, seed 0: Only 1 &lt; 2 points.</li>"), page);
        assertTrue(page.contains("<h2>Warnings</h2>"), page);
    }

    @Test
    void hasNoEmptyLists() throws IOException {
        assertFalse(page(Map.of()).contains("Failed"));
    }
}
