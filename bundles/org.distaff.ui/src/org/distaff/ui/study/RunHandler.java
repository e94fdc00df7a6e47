package org.distaff.ui.study;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs the selected study, or the one in the active editor; a study that is running already is left to it. */
public final class RunHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        SelectedStudy.of(event).ifPresentOrElse(file -> run(file, page), () -> SelectedStudy.ask(event));
        return null;
    }

    /** Saves and runs. */
    static void run(IFile file, IWorkbenchPage page) {
        for (IEditorPart editor : page.getDirtyEditors()) {
            if (file.equals(editor.getEditorInput().getAdapter(IFile.class)) && !page.saveEditor(editor, false)) {
                return;
            }
        }
        if (running(file).isEmpty()) {
            new RunJob(file).schedule();
        }
    }

    /** The job that runs a study now. */
    static Optional<Job> running(IFile file) {
        for (Job job : Job.getJobManager().find(RunJob.FAMILY)) {
            if (job instanceof RunJob run && run.file().equals(file)) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }
}
