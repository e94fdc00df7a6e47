package org.distaff.study.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;
import org.distaff.study.store.StoredCell;

/** Writes a study's report: index.html, self-contained, and scores.csv. */
public final class Report {

    private Report() {
    }

    /**
     * Writes the report into a folder, replacing an earlier one.
     *
     * @param failures why cells failed the last time they were tried, by their names
     * @return the page
     */
    public static Path write(Study study, List<StoredCell> cells, Map<String, String> failures, Path folder,
            Contributions contributions, Progress progress) throws IOException {
        Files.createDirectories(folder);
        replace(folder.resolve("scores.csv"), CsvTable.of(cells));
        Path page = folder.resolve("index.html");
        replace(page, new HtmlPage(study, cells, failures, contributions, progress).text());
        return page;
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
