package org.distaff.tests.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.distaff.plot.image.AnimatedGif;
import org.distaff.plot.image.Bitmap;
import org.distaff.plot.image.Png;
import org.junit.jupiter.api.Test;

class ImageFilesTest {

    @Test
    void pngKeepsEveryPixel() throws IOException {
        for (int mask : new int[] {0xFFFFFF, 0}) {
            Bitmap image = noise(37, 11, mask);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
            assertEquals(37, read.getWidth());
            assertEquals(11, read.getHeight());
            for (int i = 0; i < image.rgb().length; i++) {
                // grey samples are compared as stored: Java converts a grey colour space when asked for RGB
                int stored = mask == 0 ? read.getRaster().getSample(i % 37, i / 37, 0) * 0x010101
                        : read.getRGB(i % 37, i / 37) & 0xFFFFFF;
                assertEquals(image.rgb()[i], stored, "pixel " + i);
            }
            assertArrayEquals(Png.encode(image), Png.encode(image));
        }
    }

    @Test
    void greyImagesTakeOneByteAPixel() {
        // colour type 0 and 2 of the PNG header, at byte 25
        assertEquals(0, Png.encode(noise(4, 4, 0))[25]);
        assertEquals(2, Png.encode(noise(4, 4, 0xFFFFFF))[25]);
    }

    @Test
    void greyAnimationsKeepEveryPixel() throws IOException {
        List<Bitmap> frames = new ArrayList<>();
        for (int f = 0; f < 5; f++) {
            frames.add(noise(101, 97, 0)); // 9,797 pixels of noise fill the code table twice
        }
        List<BufferedImage> read = read(AnimatedGif.encode(frames, 100));
        assertEquals(5, read.size());
        for (int f = 0; f < 5; f++) {
            assertPixels(frames.get(f), read.get(f), 0);
        }
    }

    @Test
    void everyLengthOfDataIsWrittenWhole() throws IOException {
        // one index repeated makes ever longer codes, so that widths grow at every possible pixel count
        for (int width = 1; width < 700; width++) {
            Bitmap flat = new Bitmap(width, 1, new int[width]);
            assertPixels(flat, read(AnimatedGif.encode(List.of(flat), 100)).get(0), 0);
        }
        Bitmap large = new Bitmap(3000, 1000, new int[3_000_000]);
        assertPixels(large, read(AnimatedGif.encode(List.of(large), 100)).get(0), 0);
    }

    @Test
    void coloursAreRoundedToTheCube() throws IOException {
        Bitmap image = noise(64, 64, 0xFFFFFF);
        // 6 levels of red and blue are 51 apart, so at most 25.5 are lost; 7 of green 42.5
        assertPixels(image, read(AnimatedGif.encode(List.of(image), 100)).get(0), 26);
        Bitmap corners = new Bitmap(4, 1, new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF});
        assertPixels(corners, read(AnimatedGif.encode(List.of(corners), 100)).get(0), 0);
    }

    @Test
    void animationsRepeatAtTheirPace() throws IOException {
        byte[] gif = AnimatedGif.encode(List.of(noise(3, 3, 0), noise(3, 3, 0)), 120);
        String bytes = new String(gif, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.startsWith("GIF89a"));
        // the application extension of Netscape 2.0: sub-block 1, repeated 0 times, which means for ever
        assertTrue(bytes.contains("\u0021\u00ff\u000bNETSCAPE2.0\u0003\u0001\u0000\u0000\u0000"));
        assertTrue(bytes.contains("\u0021\u00f9\u0004\u0000\u000c\u0000\u0000\u0000")); // 12 hundredths of a second
        assertTrue(bytes.endsWith(";"));
        assertArrayEquals(gif, AnimatedGif.encode(List.of(noise(3, 3, 0), noise(3, 3, 0)), 120));
    }

    @Test
    void framesOfDifferentSizesAreRefused() {
        List<Bitmap> frames = List.of(noise(3, 3, 0), noise(3, 4, 0));
        assertThrows(IllegalArgumentException.class, () -> AnimatedGif.encode(frames, 100));
    }

    @Test
    void observationsBecomeImages() {
        float[] values = {9, 0, 0.5f, 1, -1, 2, Float.NaN}; // from offset 1: a row of six values
        assertArrayEquals(new int[] {0, 0x808080, 0xFFFFFF, 0, 0xFFFFFF, 0},
                Bitmap.ofObservation(values, 1, 1, 1, 6).rgb());
        assertArrayEquals(new int[] {0x0000FF, 0x80FF00}, // planes: red 0, ½; green −1 … : blue
                Bitmap.ofObservation(new float[] {0, 0.5f, 0, 1, 1, 0}, 0, 3, 1, 2).rgb());
        assertThrows(IllegalArgumentException.class, () -> new Bitmap(2, 2, new int[3]));
    }

    private static void assertPixels(Bitmap expected, BufferedImage read, int tolerance) {
        assertEquals(expected.width(), read.getWidth());
        assertEquals(expected.height(), read.getHeight());
        Raster raster = read.getRaster();
        for (int i = 0; i < expected.rgb().length; i++) {
            int colour = read.getColorModel().getRGB(raster.getDataElements(i % expected.width(), i / expected.width(),
                    null));
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(expected.rgb()[i] >> shift & 255, colour >> shift & 255, tolerance, "pixel " + i);
            }
        }
    }

    private static List<BufferedImage> read(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<BufferedImage> frames = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                frames.add(reader.read(i));
            }
        } finally {
            reader.dispose();
        }
        return frames;
    }

    /** Random colours, or greys when the mask is 0. */
    private static Bitmap noise(int width, int height, int mask) {
        SplittableRandom random = new SplittableRandom(width * 31L + height);
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = mask == 0 ? random.nextInt(256) * 0x010101 : random.nextInt(1 << 24);
        }
        return new Bitmap(width, height, rgb);
    }
}
