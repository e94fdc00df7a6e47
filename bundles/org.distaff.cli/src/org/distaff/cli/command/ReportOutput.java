package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;
import org.distaff.study.store.StoredCell;

/** Writes a study's report. */
final class ReportOutput {

    private ReportOutput() {
    }

    /** @return the page */
    static Path write(Study study, List<StoredCell> cells, Path folder, Contributions contributions, Progress progress)
            throws IOException {
        throw new IllegalStateException("stub");
    }
}
