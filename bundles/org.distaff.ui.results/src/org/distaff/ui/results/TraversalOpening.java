package org.distaff.ui.results;

import java.io.File;

import org.distaff.study.store.StoredCell;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;

/** Opens a cell's model.json in the editor that is registered for it: the traversal editor, wherever it comes from. */
final class TraversalOpening {

    private static final String EDITOR = "org.distaff.ui.traversal.editor";

    private TraversalOpening() {
    }

    static void open(StoredCell cell) {
        File card = cell.folder().resolve("model.json").toFile();
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            page.openEditor(new FileStoreEditorInput(EFS.getLocalFileSystem().fromLocalFile(card)), EDITOR);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(new Status(IStatus.ERROR, "org.distaff.ui.results",
                    "The traversal cannot be opened: " + e.getMessage(), e), StatusManager.SHOW);
        }
    }
}
