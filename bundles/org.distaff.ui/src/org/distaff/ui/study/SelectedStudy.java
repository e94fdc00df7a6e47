package org.distaff.ui.study;

import java.util.Optional;

import org.distaff.study.file.StudyFile;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
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

    private static Optional<IFile> study(IFile file) {
        return Optional.ofNullable(file).filter(f -> f.getName().endsWith(StudyFile.ENDING));
    }
}
