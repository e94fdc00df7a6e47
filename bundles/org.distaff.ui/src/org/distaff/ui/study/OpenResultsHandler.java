package org.distaff.ui.study;

import org.distaff.ui.Perspective;
import org.distaff.ui.Topics;
import org.distaff.ui.Workspace;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the results of the selected study. */
public final class OpenResultsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(Perspective.RESULTS);
        } catch (PartInitException e) {
            throw new ExecutionException("The results view cannot be opened.", e);
        }
        SelectedStudy.of(event).ifPresent(file -> Workspace.announce(Topics.STORE_OPEN, StudyStore.of(file)));
        return null;
    }
}
