package org.distaff.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

import org.distaff.core.failure.Problem;
import org.distaff.plot.SvgPen;
import org.distaff.plot.Theme;
import org.distaff.plot.image.AnimatedGif;
import org.distaff.plot.image.Png;
import org.distaff.study.traverse.Traversal;
import org.distaff.study.traverse.TraversalFigure;
import org.distaff.study.traverse.TraversalPictures;

/** Writes traversals as picture files. */
public final class TraversalOutput {

    /** Time between two frames of an animation: slow enough to follow, fast enough to see it move. */
    public static final int FRAME_MILLISECONDS = 120;

    private TraversalOutput() {
    }

    /** What a file's name asks for. */
    public enum Format {
        /** An endless animation of {@link TraversalPictures#frames}. */
        GIF,
        /** {@link TraversalPictures#grid} as it is. */
        PNG,
        /** The grid with the latents' names and KL. */
        SVG;

        /** @throws Problem (input) for any other ending */
        public static Format of(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                    return format;
                }
            }
            throw Problem.input("--out: " + file + " must end with .gif, .png or .svg.");
        }
    }

    /** Writes the file whole or not at all. */
    public static void write(Path file, Format format, Traversal traversal) throws IOException {
        AtomicFile.write(file, out -> encode(out, format, traversal));
    }

    private static void encode(OutputStream out, Format format, Traversal traversal) throws IOException {
        out.write(switch (format) {
            case GIF -> AnimatedGif.encode(TraversalPictures.frames(traversal), FRAME_MILLISECONDS);
            case PNG -> Png.encode(TraversalPictures.grid(traversal));
            case SVG -> SvgPen.draw(new TraversalFigure(traversal), Theme.LIGHT).getBytes(StandardCharsets.UTF_8);
        });
    }
}
