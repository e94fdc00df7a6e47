package org.distaff.ui.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;

/** Files that parts write in the background. */
public final class Exports {

    private Exports() {
    }

    /** Runs a job that the UI thread makes, to its end; a failure opens no dialog. */
    public static IStatus run(Callable<Job> making) throws InterruptedException {
        Job job = Workbench.uiGet(making);
        job.setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
        job.schedule();
        job.join();
        return job.getResult();
    }

    /** The first bytes of a file as Latin letters: what tells its kind. */
    public static String head(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
