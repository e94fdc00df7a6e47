package org.distaff.ui.study;

import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.ui.Topics;
import org.distaff.ui.Workspace;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.TextEditor;
import org.osgi.service.event.EventHandler;

/** Edits a study as text, with colours, completion and problems; a strip above tells what it amounts to and runs it. */
public final class StudyEditor extends TextEditor {

    public static final String ID = "org.distaff.ui.study.editor";

    /** A pause this long in typing starts a check. */
    private static final int CHECK_AFTER_MILLISECONDS = 300;

    private final IJobChangeListener jobs = new JobChangeAdapter() {
        @Override
        public void running(IJobChangeEvent event) {
            refresh(event.getJob());
        }

        @Override
        public void done(IJobChangeEvent event) {
            refresh(event.getJob());
        }
    };
    private final IDocumentListener typing = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // the text after the change is what counts
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            check();
        }
    };
    private Label summary;
    private Button run;
    private Button stop;
    private StudyValidation validation;
    private IDocument watched;
    /** Repaints words in the colours of a new theme. */
    private final EventHandler themeChanged = event -> later(() -> getSourceViewer().invalidateTextPresentation());

    public StudyEditor() {
        setSourceViewerConfiguration(new StudyConfiguration());
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(8, 4).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        summary = new Label(strip, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        run = new Button(strip, SWT.PUSH);
        run.setText("Run");
        run.setToolTipText("Run the missing cells of this study (F11)");
        run.addListener(SWT.Selection, e -> RunHandler.run(file(), getSite().getPage()));
        stop = new Button(strip, SWT.PUSH);
        stop.setText("Stop");
        stop.setToolTipText("Stop after saving a checkpoint; finished cells are kept");
        stop.addListener(SWT.Selection, e -> RunHandler.running(file()).ifPresent(Job::cancel));
        Composite text = new Composite(parent, SWT.NONE);
        text.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        super.createPartControl(text);
        Job.getJobManager().addJobChangeListener(jobs);
        getSite().getService(IEventBroker.class).subscribe(IThemeEngine.Events.THEME_CHANGED, themeChanged);
        watch();
        Path store = StudyStore.of(file());
        if (Files.isDirectory(store)) {
            Workspace.announce(Topics.STORE_OPEN, store);
        }
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        if (input != null && input.getAdapter(IFile.class) == null) {
            throw new CoreException(new Status(IStatus.ERROR, "org.distaff.ui", input.getName()
                    + " lies outside the workspace; put it into a project to edit and run it."));
        }
        super.doSetInput(input);
        if (summary != null && input != null) {
            watch(); // saved under another name, or renamed
        }
    }

    /** Follows the file and the text of the input. */
    private void watch() {
        unwatch();
        validation = new StudyValidation(file(), this::text, this::show);
        watched = document();
        watched.addDocumentListener(typing);
        updateButtons();
        check();
    }

    private void unwatch() {
        if (watched != null) {
            watched.removeDocumentListener(typing);
            validation.cancel();
        }
    }

    private IFile file() {
        return getEditorInput().getAdapter(IFile.class);
    }

    private IDocument document() {
        return getDocumentProvider().getDocument(getEditorInput());
    }

    private void check() {
        validation.cancel();
        validation.schedule(CHECK_AFTER_MILLISECONDS);
    }

    /** The text now, read on the UI thread; null when the editor is closed. */
    private String text() {
        String[] content = new String[1];
        Display.getDefault().syncExec(() -> {
            if (!summary.isDisposed() && document() != null) {
                content[0] = document().get();
            }
        });
        return content[0];
    }

    private void show(String text) {
        later(() -> {
            summary.setText(text);
            summary.getParent().layout();
        });
    }

    private void refresh(Job job) {
        if (job instanceof RunJob study && study.file().equals(file())) {
            later(() -> {
                updateButtons();
                check();
            });
        }
    }

    private void later(Runnable work) {
        Display.getDefault().asyncExec(() -> {
            if (!summary.isDisposed()) {
                work.run();
            }
        });
    }

    private void updateButtons() {
        boolean running = RunHandler.running(file()).isPresent();
        run.setEnabled(!running);
        stop.setEnabled(running);
    }

    @Override
    public void dispose() {
        Job.getJobManager().removeJobChangeListener(jobs);
        if (watched != null) {
            getSite().getService(IEventBroker.class).unsubscribe(themeChanged);
            unwatch();
            if (isDirty()) {
                StudyValidation.ofSaved(file()).schedule(); // what was not saved is no problem any more
            }
        }
        super.dispose();
    }
}
