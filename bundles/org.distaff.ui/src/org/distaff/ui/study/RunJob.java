package org.distaff.ui.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Cell;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.RunSummary;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.ui.Topics;
import org.distaff.ui.Workspace;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;

/** Runs a study's missing cells in the background, with progress, remaining time and cancel. */
public final class RunJob extends Job {

    /** Family of all runs. */
    public static final Object FAMILY = RunJob.class;

    private static final String PLUGIN = "org.distaff.ui";
    private static final int WORK = 10_000;

    private final IFile file;

    public RunJob(IFile file) {
        super("Running " + file.getName());
        this.file = file;
        setUser(true);
        setProperty(IProgressConstants.KEEPONE_PROPERTY, Boolean.TRUE); // the last run stays to be looked at
        setPriority(LONG);
    }

    /** The study that is run. */
    public IFile file() {
        return file;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Path storeFolder = StudyStore.of(file);
        monitor.beginTask(getName(), WORK);
        try {
            Study study = StudyFile.load(file.getLocation().toPath(), Workspace.contributions());
            Store store = Store.open(storeFolder);
            Workspace.announce(Topics.STORE_OPEN, storeFolder);
            RunSummary summary = StudyRunner.run(study, store, RunOptions.DEFAULT, Workspace.contributions(),
                    new RunListener() {
                        @Override
                        public void finished(StoredCell cell) {
                            Workspace.announce(Topics.CELL_FINISHED, storeFolder);
                        }

                        @Override
                        public void compared(List<Cell> cells) {
                            Workspace.announce(Topics.CELL_FINISHED, storeFolder);
                        }
                    }, progress(monitor));
            return status(summary, monitor);
        } catch (Cancelled e) {
            return Status.CANCEL_STATUS;
        } catch (Problem e) {
            return new Status(IStatus.ERROR, PLUGIN, e.getMessage());
        } finally {
            refresh(storeFolder);
            monitor.done();
        }
    }

    private static IStatus status(RunSummary summary, IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        if (summary.failures().isEmpty() && summary.comparisonFailures().isEmpty()) {
            return Status.OK_STATUS;
        }
        if (summary.failures().isEmpty()) {
            return new Status(IStatus.ERROR, PLUGIN, "All cells are finished, but some could not be compared; "
                    + "run again to retry it.\n" + String.join("\n", summary.comparisonFailures()));
        }
        String sentences = summary.failures().values().stream().distinct().limit(5).collect(Collectors.joining("\n"));
        return new Status(IStatus.ERROR, PLUGIN, summary.failures().size() + " of " + summary.planned()
                + " cells failed; run again to retry them.\n" + sentences);
    }

    private static Progress progress(IProgressMonitor monitor) {
        return new Progress() {
            private int reported;

            @Override
            public synchronized void report(double fraction, String message) {
                int now = (int) (fraction * WORK);
                if (now > reported) {
                    monitor.worked(now - reported);
                    reported = now;
                }
                monitor.subTask(message);
            }

            @Override
            public boolean cancelled() {
                return monitor.isCanceled();
            }
        };
    }

    /** Shows the store in the explorer; it is derived, so searches and builders leave it alone. */
    private void refresh(Path storeFolder) {
        try {
            file.getParent().refreshLocal(IResource.DEPTH_ONE, new NullProgressMonitor());
            IFolder folder = file.getParent().getFolder(
                    IPath.fromOSString(storeFolder.getFileName().toString()));
            if (folder.exists()) {
                folder.setDerived(true, new NullProgressMonitor());
            }
        } catch (CoreException e) {
            ILog.of(RunJob.class).warn("The store could not be shown in the explorer.", e);
        }
    }
}
