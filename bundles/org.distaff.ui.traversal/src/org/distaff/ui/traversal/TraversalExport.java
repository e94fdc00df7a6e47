package org.distaff.ui.traversal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.distaff.plot.SvgPen;
import org.distaff.plot.Theme;
import org.distaff.plot.image.AnimatedGif;
import org.distaff.plot.image.Png;
import org.distaff.study.traverse.Traversal;
import org.distaff.study.traverse.TraversalPictures;
import org.distaff.ui.export.FileExport;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;

/** Writes what the editor shows: the grid as a picture, with labels where it is drawn, or the walk of every latent. */
public final class TraversalExport {

    private static final List<String> ENDINGS = List.of("png", "svg", "gif");
    private static final int FRAME_MILLISECONDS = 120;

    private TraversalExport() {
    }

    /** Asks for a file and writes the traversal in the background. */
    static void ask(Shell shell, Traversal traversal) {
        FileExport.ask(shell, "Export Traversal", "traversal", ENDINGS, ending -> bytes(traversal, ending));
    }

    /** A job that writes a traversal to a file; its ending says how. */
    public static Job job(Path file, Traversal traversal) {
        return FileExport.job(file, ENDINGS, ending -> bytes(traversal, ending));
    }

    private static byte[] bytes(Traversal traversal, String ending) {
        return switch (ending) {
            case "png" -> Png.encode(TraversalPictures.grid(traversal));
            case "svg" -> SvgPen.draw(TraversalPictures.figure(traversal), Theme.LIGHT)
                    .getBytes(StandardCharsets.UTF_8);
            case "gif" -> AnimatedGif.encode(TraversalPictures.frames(traversal), FRAME_MILLISECONDS);
            default -> throw new IllegalArgumentException(ending);
        };
    }
}
