package org.distaff.ui;

import java.net.URL;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;

/** Sets the workbench up: workspace resources in the explorer, the perspective, saving what was open. */
final class Advisor extends WorkbenchAdvisor {

    @Override
    public String getInitialWindowPerspectiveId() {
        return Perspective.ID;
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
        SystemColours.follow(Display.getCurrent());
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT, "prj_obj");
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "cprj_obj");
        try {
            QuickStartProject.createOnce();
        } catch (CoreException e) {
            ILog.of(Advisor.class).error("The quick-start project could not be made.", e);
        }
    }

    private static void declare(IWorkbenchConfigurer configurer, String image, String file) {
        for (String ending : new String[] {".svg", ".png"}) {
            URL url = FileLocator.find(Platform.getBundle("org.eclipse.ui.ide"),
                    new Path("icons/full/obj16/" + file + ending));
            if (url != null) {
                configurer.declareImage(image, ImageDescriptor.createFromURL(url), true);
                return;
            }
        }
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WindowAdvisor(configurer);
    }
}
