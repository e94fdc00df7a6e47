package org.distaff.ui.study;

import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.file.StudyProblem;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
import org.distaff.study.store.Store;
import org.distaff.ui.Workspace;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;

/** Reads a study's text in the background; its problems become markers, its plan a line of text. */
final class StudyValidation extends Job {

    /** Type of the markers. */
    static final String MARKER = "org.distaff.ui.problem";

    private final IFile file;
    private final java.util.function.Supplier<String> text;
    private final java.util.function.Consumer<String> summary;

    /**
     * @param text    gives the text when the job runs
     * @param summary hears what the study amounts to, from the job's thread
     */
    StudyValidation(IFile file, java.util.function.Supplier<String> text, java.util.function.Consumer<String> summary) {
        super("Checking " + file.getName());
        this.file = file;
        this.text = text;
        this.summary = summary;
        setSystem(true);
        setPriority(SHORT);
    }

    /** Checks what is saved, for a file that no editor shows any more. */
    static StudyValidation ofSaved(IFile file) {
        return new StudyValidation(file, () -> saved(file), summary -> { });
    }

    private static String saved(IFile file) {
        try {
            return file.exists() ? file.readString() : null;
        } catch (CoreException e) {
            ILog.of(StudyValidation.class).warn(file.getName() + " cannot be read to check it.", e);
            return null;
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        String content = text.get();
        if (content == null || !file.exists()) {
            return Status.OK_STATUS; // the editor is gone
        }
        StudyFile.Reading reading = StudyFile.read(content, Workspace.contributions());
        summary.accept(reading.study().map(this::plan)
                .orElse(reading.problems().size() + (reading.problems().size() == 1 ? " problem" : " problems")));
        try {
            file.getWorkspace().run((IWorkspaceRunnable) m -> mark(content, reading.problems()), file,
                    org.eclipse.core.resources.IWorkspace.AVOID_UPDATE, monitor);
            return Status.OK_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        }
    }

    /** What a sound study amounts to; a data set that is missing, say, is told in the same place. */
    private String plan(Study study) {
        try {
            List<Cell> cells = Planner.plan(study, Workspace.contributions());
            Store store = Store.open(StudyStore.of(file));
            long finished = cells.stream().filter(c -> store.find(c).isPresent()).count();
            return cells.size() + (cells.size() == 1 ? " cell, " : " cells, ") + finished + " finished";
        } catch (Problem e) {
            return e.getMessage();
        }
    }

    private void mark(String content, List<StudyProblem> problems) throws CoreException {
        file.deleteMarkers(MARKER, false, IResource.DEPTH_ZERO);
        Document document = new Document(content);
        for (StudyProblem problem : problems) {
            int start = offset(document, problem);
            file.createMarker(MARKER, Map.of(IMarker.SEVERITY, IMarker.SEVERITY_ERROR, IMarker.MESSAGE, problem.message(),
                    IMarker.LINE_NUMBER, problem.line(), IMarker.CHAR_START, start, IMarker.CHAR_END,
                    wordEnd(content, start)));
        }
    }

    private static int offset(Document document, StudyProblem problem) {
        try {
            int line = Math.min(problem.line(), document.getNumberOfLines()) - 1;
            return Math.min(document.getLength(), document.getLineOffset(line) + problem.column() - 1);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e); // the line was clipped to the document
        }
    }

    private static int wordEnd(String content, int start) {
        int end = start;
        while (end < content.length() && !Character.isWhitespace(content.charAt(end))
                && ",]}:".indexOf(content.charAt(end)) < 0) {
            end++;
        }
        return Math.max(end, Math.min(content.length(), start + 1));
    }
}
