package org.distaff.study.traverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.distaff.core.data.ObservationShape;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.image.Bitmap;

/** Traversals as bitmaps: a grid of latents × steps, or frames in which every latent walks at once. */
public final class TraversalPictures {

    private static final int GAP = 2;
    private static final int BACKGROUND = 0xFFFFFF;
    /** Images smaller than this are enlarged by a whole factor, so that a person sees their pixels. */
    private static final int READABLE = 64;

    private TraversalPictures() {
    }

    /** One row per latent in the traversal's order, one column per step. */
    public static Bitmap grid(Traversal traversal) {
        return tiles(images(traversal));
    }

    /** The same as a figure, with latents and steps written beside it. */
    public static ImageGrid figure(Traversal traversal) {
        List<String> latents = traversal.order().stream().map(latent -> "z" + latent).toList();
        List<String> steps = new ArrayList<>();
        for (float step : traversal.steps()) {
            steps.add(String.format(Locale.ROOT, "%.1f", step));
        }
        return new ImageGrid("", latents, steps, images(traversal), READABLE);
    }

    private static List<List<Bitmap>> images(Traversal traversal) {
        List<List<Bitmap>> rows = new ArrayList<>();
        for (int position = 0; position < traversal.order().size(); position++) {
            List<Bitmap> row = new ArrayList<>();
            for (int step = 0; step < traversal.steps().length; step++) {
                row.add(image(traversal, position, step));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Every latent side by side, walking up and back: the frames of an endless animation. */
    public static List<Bitmap> frames(Traversal traversal) {
        int latents = traversal.order().size();
        int columns = (int) Math.ceil(Math.sqrt(latents));
        List<Bitmap> up = new ArrayList<>();
        for (int step = 0; step < traversal.steps().length; step++) {
            List<List<Bitmap>> rows = new ArrayList<>();
            for (int position = 0; position < latents; position++) {
                if (position % columns == 0) {
                    rows.add(new ArrayList<>());
                }
                rows.get(rows.size() - 1).add(image(traversal, position, step));
            }
            up.add(tiles(rows));
        }
        List<Bitmap> frames = new ArrayList<>(up);
        for (int step = up.size() - 2; step > 0; step--) {
            frames.add(up.get(step));
        }
        return frames;
    }

    private static Bitmap image(Traversal traversal, int position, int step) {
        ObservationShape shape = traversal.card().observation();
        return Bitmap.ofObservation(traversal.images()[position][step], 0, shape.channels(), shape.height(),
                shape.width());
    }

    /** Images of one size in rows of one length, enlarged so that a person sees their pixels. */
    public static Bitmap tiles(List<List<Bitmap>> rows) {
        Bitmap first = rows.get(0).get(0);
        int zoom = Math.max(1, (int) Math.ceil(READABLE / (double) first.width()));
        int columns = rows.get(0).size();
        int width = columns * (first.width() * zoom + GAP) + GAP;
        int height = rows.size() * (first.height() * zoom + GAP) + GAP;
        int[] rgb = new int[width * height];
        Arrays.fill(rgb, BACKGROUND);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                int x = GAP + c * (first.width() * zoom + GAP);
                int y = GAP + r * (first.height() * zoom + GAP);
                draw(rows.get(r).get(c), zoom, rgb, width, x, y);
            }
        }
        return new Bitmap(width, height, rgb);
    }

    private static void draw(Bitmap image, int zoom, int[] rgb, int width, int x, int y) {
        for (int row = 0; row < image.height() * zoom; row++) {
            for (int column = 0; column < image.width() * zoom; column++) {
                rgb[(y + row) * width + x + column] = image.rgb()[row / zoom * image.width() + column / zoom];
            }
        }
    }
}
