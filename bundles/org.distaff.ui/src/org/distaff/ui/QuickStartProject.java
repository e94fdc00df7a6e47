package org.distaff.ui;

import java.io.InputStream;

import org.distaff.study.file.Study;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;

/** The project that an empty workspace begins with: the quick-start study, ready to be run. */
public final class QuickStartProject {

    public static final String NAME = "Quick start";
    public static final String FILE = "quickstart.study.yaml";

    private QuickStartProject() {
    }

    /** Makes the project when there is none at all. */
    static void createOnce() throws CoreException {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        if (root.getProjects().length > 0) {
            return;
        }
        IProject project = root.getProject(NAME);
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        IFile file = project.getFile(FILE);
        try (InputStream study = Study.class.getResourceAsStream("/studies/" + FILE)) {
            file.create(study, true, new NullProgressMonitor());
        } catch (java.io.IOException e) {
            throw new CoreException(new Status(IStatus.ERROR, "org.distaff.ui", "The quick-start study cannot be read.", e));
        }
    }
}
