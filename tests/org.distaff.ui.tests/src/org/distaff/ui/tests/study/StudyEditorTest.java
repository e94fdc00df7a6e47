package org.distaff.ui.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.distaff.ui.study.StudyCompletion;
import org.distaff.ui.study.StudyEditor;
import org.distaff.ui.study.StudyStore;
import org.distaff.ui.tests.Studies;
import org.distaff.ui.tests.Workbench;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StudyEditorTest {

    private static final String MARKER = "org.distaff.ui.problem";

    @AfterEach
    void close() {
        Studies.closeAll();
        Workbench.assertNothingLogged();
    }

    @Test
    void studyFilesOpenInTheStudyEditorAndTellTheirSize() throws Exception {
        IFile file = Studies.file("size", Studies.TINY);
        StudyEditor editor = Studies.open(file);
        assertInstanceOf(StudyEditor.class, editor);
        // one data set × one model × one setting × two seeds
        Workbench.until("the strip tells the cells", () -> shows("2 cells, 0 finished"));
        assertFalse(Files.exists(StudyStore.of(file)), "looking at a study must write nothing");
    }

    @Test
    void aTypoIsMarkedInItsLineAndGoesWhenMended() throws Exception {
        IFile file = Studies.file("typo", Studies.TINY);
        StudyEditor editor = Studies.open(file);
        Workbench.until("the study is sound", () -> shows("2 cells, 0 finished"));
        int at = Studies.TINY.indexOf("untrained");
        Workbench.ui(() -> Studies.document(editor).replace(at, "untrained".length(), "untraind"));
        Workbench.until("the typo is marked", () -> markers(file).length == 1);
        IMarker marker = markers(file)[0];
        assertEquals(5, marker.getAttribute(IMarker.LINE_NUMBER, 0)); // "  - id: untraind" is the fifth line
        assertEquals(at, marker.getAttribute(IMarker.CHAR_START, 0));
        assertEquals(at + "untraind".length(), marker.getAttribute(IMarker.CHAR_END, 0));
        assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("untrained"), "the nearest id is named");
        Workbench.until("the strip tells it", () -> shows("1 problem"));

        assertTrue(Workbench.uiGet(editor::isDirty));
        Workbench.ui(() -> Adapters.adapt(editor, ITextOperationTarget.class).doOperation(ITextOperationTarget.UNDO));
        Workbench.until("the marker is gone", () -> markers(file).length == 0);
        assertFalse(Workbench.uiGet(editor::isDirty), "undo leads back to what is saved");
    }

    @Test
    void aProblemThatWasNotSavedIsForgottenWithTheEditor() throws Exception {
        IFile file = Studies.file("forgotten", Studies.TINY);
        StudyEditor editor = Studies.open(file);
        Workbench.ui(() -> Studies.document(editor).set("study: [\n"));
        Workbench.until("the text is marked", () -> markers(file).length > 0);
        Studies.closeAll();
        Workbench.until("what is saved has no problem", () -> markers(file).length == 0);
    }

    @Test
    void completionKnowsInstalledIdsAndKeys() throws Exception {
        StudyEditor editor = Studies.open(Studies.file("complete", "study: x\nmodels:\n  - id: beta-\nsee"));
        assertTrue(proposals(editor, "beta-").contains("beta-vae"));
        assertTrue(proposals(editor, "see").contains("seeds"), "keys are proposed beside parameters");
    }

    @Test
    void saveWritesTheFile() throws Exception {
        IFile file = Studies.file("saved", Studies.TINY);
        StudyEditor editor = Studies.open(file);
        Workbench.ui(() -> Studies.document(editor).replace(0, 0, "# mine\n"));
        Workbench.ui(() -> assertTrue(Workbench.page().saveEditor(editor, false)));
        assertEquals("# mine\n" + Studies.TINY, Files.readString(file.getLocation().toPath()));
        assertFalse(Workbench.uiGet(editor::isDirty));
    }

    private static IMarker[] markers(IFile file) throws Exception {
        return file.findMarkers(MARKER, true, IResource.DEPTH_ZERO);
    }

    private static boolean shows(String text) {
        return !Workbench.find(Workbench.window().getShell(), Label.class, l -> l.getText().equals(text)).isEmpty();
    }

    /** What is proposed behind the first occurrence of a text. */
    private static List<String> proposals(StudyEditor editor, String after) {
        return Workbench.uiGet(() -> {
            ITextViewer viewer = (ITextViewer) editor.getAdapter(ITextOperationTarget.class);
            StyledText text = (StyledText) editor.getAdapter(Control.class);
            int offset = text.getText().indexOf(after) + after.length();
            ICompletionProposal[] found = new StudyCompletion().computeCompletionProposals(viewer, offset);
            return Arrays.stream(found).map(p -> p.getDisplayString().replaceFirst(" –.*", "")).toList();
        });
    }
}
