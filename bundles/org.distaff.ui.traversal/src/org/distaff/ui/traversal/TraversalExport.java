package org.distaff.ui.traversal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.distaff.plot.image.AnimatedGif;
import org.distaff.plot.image.Png;
import org.distaff.study.traverse.Traversal;
import org.distaff.study.traverse.TraversalPictures;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes what the editor shows as pictures. */
final class TraversalExport {

    /** What can be written. */
    enum Format {
        /** The grid. */
        PNG,
        /** The walk of every latent. */
        GIF
    }

    private static final int FRAME_MILLISECONDS = 120;

    private TraversalExport() {
    }

    /** Asks for a file and writes the traversal in the background. */
    static void ask(Shell shell, Traversal traversal, Format format) {
        String ending = "." + format.name().toLowerCase(Locale.ROOT);
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*" + ending});
        dialog.setFileName("traversal" + ending);
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            IJobFunction writing = monitor -> write(Path.of(file), traversal, format);
            Job.create("Exporting " + file, writing).schedule();
        }
    }

    private static IStatus write(Path file, Traversal traversal, Format format) {
        try {
            Files.write(file, switch (format) {
                case GIF -> AnimatedGif.encode(TraversalPictures.frames(traversal), FRAME_MILLISECONDS);
                case PNG -> Png.encode(TraversalPictures.grid(traversal));
            });
            return Status.OK_STATUS;
        } catch (IOException e) {
            return new Status(IStatus.ERROR, "org.distaff.ui.traversal",
                    file + " cannot be written: " + e.getMessage() + "; choose another folder.", e);
        }
    }
}
