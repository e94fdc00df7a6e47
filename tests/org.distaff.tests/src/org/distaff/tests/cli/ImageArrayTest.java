package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.distaff.cli.input.ImageArray;
import org.distaff.cli.input.LabelledImages;
import org.distaff.core.array.Npy;
import org.distaff.core.array.NpyArray;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axes and value ranges of foreign images, and archives of images with factors. */
class ImageArrayTest {

    /** Two channels, one row, three columns: every axis has a length of its own. */
    private static final ObservationShape SHAPE = new ObservationShape(2, 1, 3);
    private static final ObservationShape GREY = new ObservationShape(1, 1, 3);

    private static float[] observations(ImageArray images, int values) {
        FloatBuffer target = FloatBuffer.allocate(values);
        images.write(0, images.count(), target);
        assertEquals(0, target.remaining());
        return target.array();
    }

    private static NpyArray array(String type, double[] values, int... shape) {
        return new NpyArray(shape, values, type);
    }

    @Test
    void channelsFirstIsTakenAsItIs() {
        ImageArray images = ImageArray.of(array("<f4", new double[] {0, 0.25, 0.5, 0.75, 1, 0}, 1, 2, 1, 3), "x",
                SHAPE);
        assertArrayEquals(new float[] {0, 0.25f, 0.5f, 0.75f, 1, 0}, observations(images, 6));
        assertEquals("1 images, [N, C, H, W], values 0 to 1, taken as they are", images.reading());
    }

    @Test
    void channelsLastIsTransposed() {
        // pixels (r, g): (0, .25) (.5, .75) (1, 0)
        ImageArray images = ImageArray.of(array("<f4", new double[] {0, 0.25, 0.5, 0.75, 1, 0}, 1, 1, 3, 2), "x",
                SHAPE);
        assertArrayEquals(new float[] {0, 0.5f, 1, 0.25f, 0.75f, 0}, observations(images, 6));
    }

    @Test
    void bytesAreDividedBy255UnlessTheyAreOnlyZeroAndOne() {
        ImageArray bytes = ImageArray.of(array("|u1", new double[] {0, 51, 255}, 1, 1, 3), "x", GREY);
        assertArrayEquals(new float[] {0, 0.2f, 1}, observations(bytes, 3)); // 51 / 255 = 0.2
        assertTrue(bytes.reading().contains("divided by 255"), bytes.reading());
        ImageArray binary = ImageArray.of(array("|u1", new double[] {0, 1, 1}, 1, 1, 3), "x", GREY);
        assertArrayEquals(new float[] {0, 1, 1}, observations(binary, 3));
        assertTrue(binary.reading().contains("taken as they are"), binary.reading());
    }

    @Test
    void wrongShapesAndRangesNameBothSides() {
        assertProblem("imgs.npy has the shape [1, 5, 5], but the encoder takes images of [N, 1, 1, 3] "
                + "(or [N, 1, 3, 1]); convert or scale them.", array("|u1", new double[25], 1, 5, 5));
        assertProblem("imgs.npy has values from 0 to 255 as <f4; "
                + "images are integers 0 to 1 or 0 to 255, or floats 0 to 1.",
                array("<f4", new double[] {0, 255, 3}, 1, 1, 3));
        assertProblem("imgs.npy has values from -1 to 1 as <f4; "
                + "images are integers 0 to 1 or 0 to 255, or floats 0 to 1.",
                array("<f4", new double[] {-1, 1, 0}, 1, 1, 3));
        assertProblem("imgs.npy has NaN in image 1 (counted from 0); pixels must be finite numbers.",
                array("<f4", new double[] {0, 0, 0, 0, Double.NaN, 0}, 2, 1, 3));
        assertProblem("imgs.npy holds no images, its shape is [0, 1, 3].", array("<f4", new double[0], 0, 1, 3));
    }

    private static void assertProblem(String sentence, NpyArray array) {
        assertEquals(sentence, assertThrows(Problem.class, () -> ImageArray.of(array, "imgs.npy", GREY)).getMessage());
    }

    @Test
    void archivesHoldImagesFactorsAndSizes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("images.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "images");
            Npy.write(zip, new float[] {0, 0, 1, 1, 0, 0}, 2, 1, 1, 3);
            entry(zip, "factors");
            Npy.write(zip, new int[] {0, 4, 1, 2}, 2, 2);
            entry(zip, "factor_sizes");
            Npy.write(zip, new int[] {2, 5}, 2);
        }
        LabelledImages labelled = LabelledImages.read(file, "--dataset", GREY);
        assertEquals(2, labelled.images().count());
        assertEquals(2, labelled.factors().space().size(0));
        assertEquals(5, labelled.factors().space().size(1));
        assertArrayEquals(new int[] {0, 4, 1, 2}, labelled.factors().train());
    }

    @Test
    void archivesWithoutFactorsAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("images.npz");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "images");
            Npy.write(zip, new float[] {0, 0, 1}, 1, 1, 3);
            entry(zip, "other");
            Npy.write(zip, new float[] {0}, 1);
        }
        assertEquals("--dataset: " + file + " holds no array 'factors'; it holds images, other.",
                assertThrows(Problem.class, () -> LabelledImages.read(file, "--dataset", GREY)).getMessage());
        Path text = Files.write(folder.resolve("text.npz"), "no archive".getBytes(StandardCharsets.UTF_8));
        assertEquals(text + " is no .npz archive, or an empty one.",
                assertThrows(Problem.class, () -> LabelledImages.read(text, "--dataset", GREY)).getMessage());
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
    }
}
