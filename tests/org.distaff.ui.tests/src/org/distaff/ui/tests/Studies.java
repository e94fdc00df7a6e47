package org.distaff.ui.tests;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.distaff.ui.study.StudyEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.ide.IDE;

/** Studies for tests, in a project of their own. */
public final class Studies {

    private Studies() {
    }

    /** Two small untrained networks: seconds. */
    public static final String TINY = """
            study: tiny
            datasets:
              - { id: sprites, parameters: { resolution: 32 } }
            models:
              - id: untrained
                parameters: { network: small-mlp }
            seeds: 0..1
            metrics:
              - { id: mig, parameters: { numTrain: 500 } }
            """;

    /** One training that nobody waits for. */
    public static final String ENDLESS = """
            study: endless
            datasets:
              - { id: sprites, parameters: { resolution: 32 } }
            models:
              - id: beta-vae
                parameters: { network: small-mlp }
                training: { steps: 1000000, batch: 64, learningRate: 1.0e-3 }
            seeds: 0..0
            metrics: [ mig ]
            """;

    /** Makes or replaces a study file. */
    public static IFile file(String name, String text) throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Tests");
        if (!project.exists()) {
            project.create(new NullProgressMonitor());
            project.open(new NullProgressMonitor());
        }
        IFile file = project.getFile(name + ".study.yaml");
        ByteArrayInputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(content, true, false, new NullProgressMonitor());
        } else {
            file.create(content, true, new NullProgressMonitor());
        }
        return file;
    }

    /** Opens a file with the editor that is registered for it. */
    public static StudyEditor open(IFile file) {
        return Workbench.uiGet(() -> (StudyEditor) IDE.openEditor(Workbench.page(), file));
    }

    /** The text in an editor; on the UI thread. */
    public static IDocument document(StudyEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    /** Closes all editors without saving. */
    public static void closeAll() {
        Workbench.ui(() -> Workbench.page().closeAllEditors(false));
    }
}
