package org.distaff.ui.study;

import java.nio.file.Path;
import java.util.Optional;

import org.distaff.study.file.StudyFile;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** Finds the study that a command is about. */
final class SelectedStudy {

    private SelectedStudy() {
    }

    /** The selected study file, else the one in the active editor. */
    static Optional<IFile> of(ExecutionEvent event) {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        if (selection instanceof IStructuredSelection structured && !structured.isEmpty()) {
            Optional<IFile> file = study(Adapters.adapt(structured.getFirstElement(), IFile.class));
            if (file.isPresent()) {
                return file;
            }
        }
        IEditorInput input = HandlerUtil.getActiveEditorInput(event);
        return input == null ? Optional.empty() : study(input.getAdapter(IFile.class));
    }

    /** The store that a command is about: the selected store folder, else that of the selected study. */
    static Optional<Path> store(ExecutionEvent event) {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        if (selection instanceof IStructuredSelection structured && !structured.isEmpty()) {
            IFolder folder = Adapters.adapt(structured.getFirstElement(), IFolder.class);
            if (folder != null && folder.getName().endsWith(StudyStore.ENDING)) {
                return Optional.of(folder.getLocation().toPath());
            }
        }
        return of(event).map(StudyStore::of);
    }

    /** Tells in the status line what to select. */
    static void ask(ExecutionEvent event) {
        IStatusLineManager line = HandlerUtil.getActivePart(event) instanceof IEditorPart editor
                ? editor.getEditorSite().getActionBars().getStatusLineManager()
                : HandlerUtil.getActivePart(event) instanceof IViewPart view
                        ? view.getViewSite().getActionBars().getStatusLineManager() : null;
        if (line != null) {
            line.setErrorMessage("Select a study (*" + StudyFile.ENDING + ") in the explorer, or open one, first.");
        }
        HandlerUtil.getActiveShell(event).getDisplay().beep();
    }

    private static Optional<IFile> study(IFile file) {
        return Optional.ofNullable(file).filter(f -> f.getName().endsWith(StudyFile.ENDING));
    }
}
