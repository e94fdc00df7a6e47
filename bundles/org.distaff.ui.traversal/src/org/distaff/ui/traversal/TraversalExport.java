package org.distaff.ui.traversal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.plot.image.AnimatedGif;
import org.distaff.plot.image.Png;
import org.distaff.study.traverse.Traversal;
import org.distaff.study.traverse.TraversalPictures;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.statushandlers.StatusManager;

/** Writes what the editor shows as pictures. */
final class TraversalExport {

    private static final int FRAME_MILLISECONDS = 120;

    private TraversalExport() {
    }

    /** Asks for a file and writes the grid as PNG or the walk as GIF, as its name says. */
    static void ask(Shell shell, Traversal traversal) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png", "*.gif"});
        dialog.setFilterNames(new String[] {"Grid (PNG)", "Animation (GIF)"});
        dialog.setFileName("traversal.png");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            try {
                write(Path.of(file), traversal);
            } catch (IOException e) {
                StatusManager.getManager().handle(new Status(IStatus.ERROR, "org.distaff.ui.traversal",
                        file + " cannot be written: " + e.getMessage() + "; choose another folder.", e),
                        StatusManager.SHOW);
            }
        }
    }

    static void write(Path file, Traversal traversal) throws IOException {
        boolean gif = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".gif");
        Files.write(file, gif ? AnimatedGif.encode(TraversalPictures.frames(traversal), FRAME_MILLISECONDS)
                : Png.encode(TraversalPictures.grid(traversal)));
    }
}
