package org.distaff.ui.study;

import org.distaff.ui.Perspective;
import org.distaff.ui.Topics;
import org.distaff.ui.Workspace;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the results of the selected study or store folder. */
public final class OpenResultsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(Perspective.RESULTS);
        } catch (PartInitException e) {
            throw new ExecutionException("The results view cannot be opened.", e);
        }
        SelectedStudy.store(event).ifPresent(store -> Workspace.announce(Topics.STORE_OPEN, store));
        return null;
    }
}
