package org.distaff.ui.tests.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.distaff.ui.QuickStartProject;
import org.distaff.ui.tests.Workbench;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    @AfterEach
    void nothingLogged() {
        Workbench.assertNothingLogged();
    }

    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

    @Test
    void opensInThePerspectiveWithItsViews() {
        Workbench.ui(() -> {
            assertEquals("org.distaff.ui.perspective", Workbench.page().getPerspective().getId());
            for (String view : List.of(EXPLORER, "org.distaff.ui.results.view", "org.eclipse.ui.views.ProblemView")) {
                assertNotNull(Workbench.page().findViewReference(view), view);
            }
            assertTrue(Workbench.window().getShell().getText().contains("Distaff"));
        });
    }

    @Test
    void explorerShowsTheQuickStartStudy() {
        IFile study = ResourcesPlugin.getWorkspace().getRoot().getProject(QuickStartProject.NAME)
                .getFile(QuickStartProject.FILE);
        assertTrue(study.exists());
        Workbench.ui(() -> {
            CommonNavigator explorer = (CommonNavigator) Workbench.page().showView(EXPLORER);
            explorer.getCommonViewer().expandAll();
            List<String> projects = Arrays.stream(explorer.getCommonViewer().getTree().getItems()).map(i -> i.getText())
                    .toList();
            assertTrue(projects.contains(QuickStartProject.NAME), projects.toString());
            assertNotNull(explorer.getCommonViewer().testFindItem(study));
        });
    }

    @Test
    void menusAreFileEditRunWindowHelp() {
        List<String> ours = List.of("File", "Edit", "Run", "Window", "Help");
        // the platform adds a menu to search files while a page wants it
        Workbench.ui(() -> assertEquals(ours, texts(Workbench.window().getShell().getMenuBar()).stream()
                .filter(ours::contains).toList()));
    }

    @ParameterizedTest
    @CsvSource({"File, Save As", "File, Import", "Edit, Undo", "Edit, Find", "Run, Run Study", "Run, Open Results", "Window, Toggle Dark Theme", "Window, Show View",
        "Window, Preferences", "Help, About Distaff", "Help, Install New Software...", "Help, Check for Updates"})
    void menuHolds(String menu, String entry) {
        Workbench.ui(() -> {
            MenuItem item = Arrays.stream(Workbench.window().getShell().getMenuBar().getItems())
                    .filter(i -> plain(i).equals(menu)).findFirst().orElseThrow();
            item.getMenu().notifyListeners(org.eclipse.swt.SWT.Show, new org.eclipse.swt.widgets.Event());
            List<String> entries = texts(item.getMenu());
            item.getMenu().notifyListeners(org.eclipse.swt.SWT.Hide, new org.eclipse.swt.widgets.Event());
            assertTrue(entries.stream().anyMatch(e -> e.replace("…", "...").startsWith(entry)), entries.toString());
        });
    }

    private static List<String> texts(Menu menu) {
        return Arrays.stream(menu.getItems()).map(WindowTest::plain).filter(t -> !t.isEmpty()).toList();
    }

    private static String plain(MenuItem item) {
        return item.getText().replace("&", "").replaceFirst("\t.*", "");
    }

    /** A key that two commands claim does nothing at all. */
    @ParameterizedTest
    @CsvSource({"F11, org.distaff.ui.run", "M2+F11, org.distaff.ui.results"})
    void keyBelongsToTheCommandAlone(String key, String command) throws Exception {
        KeySequence sequence = KeySequence.getInstance(key);
        Workbench.ui(() -> {
            Binding binding = PlatformUI.getWorkbench().getService(IBindingService.class).getPerfectMatch(sequence);
            assertNotNull(binding, "nothing, or more than one command, is bound to " + key);
            assertEquals(command, binding.getParameterizedCommand().getId());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.eclipse.ui.views.ProgressView", "org.eclipse.pde.runtime.LogView",
        "org.eclipse.ui.views.PropertySheet", "org.eclipse.ui.views.ContentOutline"})
    void standardViewOpens(String view) {
        Workbench.ui(() -> {
            var part = Workbench.page().showView(view);
            assertNotNull(part);
            Workbench.page().hideView(part);
        });
    }
}
