package org.distaff.ui.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.distaff.study.store.Store;
import org.distaff.ui.Topics;
import org.distaff.ui.study.RunJob;
import org.distaff.ui.study.StudyEditor;
import org.distaff.ui.study.StudyStore;
import org.distaff.ui.tests.Exports;
import org.distaff.ui.tests.Studies;
import org.distaff.ui.tests.Workbench;
import org.distaff.ui.traversal.TraversalEditor;
import org.distaff.ui.traversal.TraversalExport;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.CommonNavigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.EventHandler;

class RunTest {

    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";
    private static final String RESULTS = "org.distaff.ui.results.view";

    private final Set<String> finishedIn = ConcurrentHashMap.newKeySet();
    private final EventHandler listener = event -> finishedIn.add((String) event.getProperty(IEventBroker.DATA));
    private volatile IStatus ended;
    private final JobChangeAdapter jobs = new JobChangeAdapter() {
        @Override
        public void done(IJobChangeEvent event) {
            if (event.getJob() instanceof RunJob) {
                ended = event.getResult();
            }
        }
    };

    @BeforeEach
    void listen() {
        PlatformUI.getWorkbench().getService(IEventBroker.class).subscribe(Topics.CELL_FINISHED, null, listener, true);
        Job.getJobManager().addJobChangeListener(jobs);
    }

    @AfterEach
    void close() {
        PlatformUI.getWorkbench().getService(IEventBroker.class).unsubscribe(listener);
        Job.getJobManager().cancel(RunJob.FAMILY);
        Workbench.until("no study runs", () -> Job.getJobManager().find(RunJob.FAMILY).length == 0);
        Job.getJobManager().removeJobChangeListener(jobs);
        Studies.closeAll();
        Workbench.assertNothingLogged();
    }

    /** From pressing the button to walking a latent: what a newcomer does first. */
    @Test
    void runsAStudyShowsItsResultsAndWalksItsLatents() throws Exception {
        IFile file = Studies.file("tiny", Studies.TINY);
        Studies.open(file);
        Workbench.ui(() -> Workbench.push(Workbench.button(Workbench.window().getShell(), "Run")));
        Workbench.until("the run has ended", () -> ended != null);
        assertTrue(ended.isOK(), ended.toString());
        Path store = StudyStore.of(file);
        assertEquals(2, Store.open(store).cells().size()); // two seeds
        assertEquals(Set.of(store.toString()), finishedIn);
        Workbench.until("the strip counts what is finished", () -> !Workbench.find(Workbench.window().getShell(),
                Label.class, l -> l.getText().equals("2 cells, 2 finished")).isEmpty());
        Workbench.until("the explorer has the store", () -> folder(file).exists() && folder(file).isDerived());

        Workbench.ui(() -> Workbench.page().showView(RESULTS));
        Workbench.until("the table shows one setting", () -> table() != null && rows() == 1);
        group("each cell");
        Workbench.until("the table shows two cells", () -> rows() == 2);
        filter("seed=1");
        Workbench.until("one row passes the filter", () -> rows() == 1);
        filter("");
        Workbench.until("all rows are back", () -> rows() == 2);
        Workbench.ui(RunTest::paintTable);
        Workbench.screenshot("results");

        Workbench.ui(() -> {
            NatTable table = table();
            table.doCommand(new SelectRowsCommand(table, 0, 1, false, false));
            Event twice = new Event(); // in the second row: below the header and the first
            twice.x = table.getClientArea().width / 4;
            twice.y = table.getRowHeightByPosition(0) + table.getRowHeightByPosition(1) * 3 / 2;
            table.notifyListeners(SWT.MouseDoubleClick, twice);
        });
        Workbench.until("the traversal is open", () -> traversal() != null && traversal().pictureHash() != 0
                && traversal().traversal() != null);
        moveASlider();
        Workbench.screenshot("traversal");
        for (String ending : List.of("png", "svg", "gif")) {
            Path written = store.resolveSibling("traversal." + ending);
            assertTrue(Exports.run(() -> TraversalExport.job(written, traversal().traversal())).isOK());
            assertTrue(Exports.head(written).contains(ending.toUpperCase()) || Exports.head(written).startsWith("<svg"),
                    written + " begins with " + Exports.head(written));
        }
    }

    /** Paints the table as it does itself; it would keep an exception to itself and stay blank. */
    private static void paintTable() {
        NatTable table = table();
        Image image = new Image(table.getDisplay(), table.getSize().x, table.getSize().y);
        GC gc = new GC(image);
        try {
            ILayer layers = table.getUnderlyingLayerByPosition(0, 0);
            layers.getLayerPainter().paintLayer(layers, gc, 0, 0, image.getBounds(), table.getConfigRegistry());
            assertEquals("sprites resolution=32 variant=plain", table.getDataValueByPosition(0, 1));
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static void moveASlider() {
        int before = Workbench.uiGet(() -> traversal().pictureHash());
        float[] code = Workbench.uiGet(() -> traversal().code());
        Workbench.ui(() -> {
            Scale slider = traversal().slider(0);
            slider.setSelection(slider.getMaximum());
            slider.notifyListeners(SWT.Selection, new Event());
        });
        assertFalse(Arrays.equals(code, Workbench.uiGet(() -> traversal().code())));
        Workbench.until("the picture follows", () -> traversal().pictureHash() != before);
    }

    @Test
    void stopEndsARunAndLeavesTheStoreSound() throws Exception {
        IFile file = Studies.file("endless", Studies.ENDLESS);
        StudyEditor editor = Studies.open(file);
        select(file);
        Workbench.execute("org.distaff.ui.run");
        Workbench.until("the study runs", () -> Arrays.stream(Job.getJobManager().find(RunJob.FAMILY))
                .anyMatch(job -> job.getState() == Job.RUNNING));
        Workbench.ui(() -> Workbench.page().activate(editor));
        Workbench.until("stop can be pushed",
                () -> Workbench.button(Workbench.window().getShell(), "Stop").isEnabled());
        Workbench.ui(() -> {
            assertFalse(Workbench.button(Workbench.window().getShell(), "Run").isEnabled(), "it runs already");
            Workbench.push(Workbench.button(Workbench.window().getShell(), "Stop"));
        });
        Workbench.until("the run has ended", () -> ended != null);
        assertEquals(IStatus.CANCEL, ended.getSeverity());
        assertEquals(List.of(), Store.open(StudyStore.of(file)).cells());
        Workbench.until("run can be pushed again",
                () -> Workbench.button(Workbench.window().getShell(), "Run").isEnabled());
    }

    @Test
    void aStudyWithAProblemEndsInASentence() throws Exception {
        IFile file = Studies.file("broken", Studies.TINY.replace("untrained", "untraind"));
        RunJob job = new RunJob(file);
        job.setProperty(org.eclipse.ui.progress.IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
        job.schedule();
        Workbench.until("the run has ended", () -> ended != null);
        assertEquals(IStatus.ERROR, ended.getSeverity());
        assertTrue(ended.getMessage().contains("broken.study.yaml:5:"), ended.getMessage());
        assertTrue(ended.getMessage().contains("untrained"), "the nearest id is named");
        Workbench.expectLogged("broken.study.yaml:5:");
    }

    private static IFolder folder(IFile study) {
        return study.getParent().getFolder(org.eclipse.core.runtime.IPath.fromOSString("tiny.store"));
    }

    private static void select(IFile file) {
        Workbench.ui(() -> {
            CommonNavigator explorer = (CommonNavigator) Workbench.page().showView(EXPLORER);
            explorer.selectReveal(new StructuredSelection(file));
        });
    }

    private static TraversalEditor traversal() {
        return Workbench.page().getActiveEditor() instanceof TraversalEditor editor ? editor : null;
    }

    private static NatTable table() {
        List<NatTable> found = Workbench.find(Workbench.window().getShell(), NatTable.class, t -> true);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Rows below the header. */
    private static int rows() {
        return table() == null ? 0 : table().getRowCount() - 1;
    }

    private static void group(String choice) {
        Workbench.ui(() -> {
            Combo combo = Workbench.find(Workbench.window().getShell(), Combo.class,
                    c -> c.indexOf(choice) >= 0).get(0);
            combo.select(combo.indexOf(choice));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static void filter(String words) {
        Workbench.ui(() -> Workbench.find(Workbench.window().getShell(), Text.class,
                t -> t.getMessage().startsWith("Filter")).get(0).setText(words));
    }
}
