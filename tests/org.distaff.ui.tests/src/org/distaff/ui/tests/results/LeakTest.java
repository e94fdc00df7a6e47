package org.distaff.ui.tests.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.distaff.ui.tests.Workbench;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tabs give back what they took. */
class LeakTest {

    private static final int TIMES = 50;

    @TempDir
    private Path folder;

    @AfterEach
    void nothingLogged() {
        Resource.setNonDisposeHandler(null);
        CellTabs.close();
        Workbench.assertNothingLogged();
    }

    @Test
    void tabsLeaveNeitherControlsNorImagesNorFonts() throws Exception {
        Queue<Error> leaks = new ConcurrentLinkedQueue<>();
        MeasuredCell.publish(folder);
        CellTabs.open(folder, 2);
        CellTabs.select("0");
        round();
        int controls = Workbench.uiGet(() -> count(Workbench.window().getShell()));
        Resource.setNonDisposeHandler(leaks::add);
        for (int i = 0; i < TIMES; i++) {
            round();
        }
        assertEquals(controls, Workbench.uiGet(() -> count(Workbench.window().getShell())));
        // what is no longer held is found once the collector has been here; a witness that was dropped last tells when
        AtomicBoolean collected = new AtomicBoolean();
        Cleaner.create().register(new Object(), () -> collected.set(true));
        Workbench.until("the collector was here", () -> {
            System.gc();
            return collected.get();
        });
        assertEquals("", leaks.stream().filter(LeakTest::ours).map(LeakTest::trace).findFirst().orElse(""));
    }

    /** Shows every tab with its figure painted. */
    private static void round() {
        for (String tab : new String[] {"Matrices", "Votes", "Groups"}) {
            CellTabs.front(tab);
            Workbench.until(tab + " is drawn", CellTabs::hasFigures);
            Workbench.ui(() -> CellTabs.canvas().update());
        }
        CellTabs.front("Values");
    }

    private static int count(Composite below) {
        int count = 0;
        for (Control child : below.getChildren()) {
            count += 1 + (child instanceof Composite composite ? count(composite) : 0);
        }
        return count;
    }

    private static boolean ours(Error leak) {
        return trace(leak).contains("org.distaff");
    }

    private static String trace(Error leak) {
        StringBuilder trace = new StringBuilder(String.valueOf(leak));
        for (Throwable t = leak; t != null; t = t.getCause()) {
            for (StackTraceElement element : t.getStackTrace()) {
                trace.append("\n").append(element);
            }
        }
        return trace.toString();
    }
}
