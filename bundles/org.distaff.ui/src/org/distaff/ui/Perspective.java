package org.distaff.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;

/** Studies on the left, editors in the middle, results below. */
public final class Perspective implements IPerspectiveFactory {

    public static final String ID = "org.distaff.ui.perspective";
    /** Id of the results view, which a bundle above contributes. */
    public static final String RESULTS = "org.distaff.ui.results.view";

    /** Id of the data sets view, which a bundle above contributes. */
    public static final String DATASETS = "org.distaff.ui.datasets.view";

    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";
    private static final String LOG = "org.eclipse.pde.runtime.LogView";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView(EXPLORER, IPageLayout.LEFT, 0.2f, editors);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.55f, editors);
        below.addView(RESULTS);
        below.addPlaceholder(DATASETS);
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        below.addView(IProgressConstants.PROGRESS_VIEW_ID);
        below.addPlaceholder(LOG);
        for (String view : new String[] {EXPLORER, RESULTS, DATASETS, IPageLayout.ID_PROBLEM_VIEW,
                IProgressConstants.PROGRESS_VIEW_ID, LOG}) {
            layout.addShowViewShortcut(view);
        }
    }
}
