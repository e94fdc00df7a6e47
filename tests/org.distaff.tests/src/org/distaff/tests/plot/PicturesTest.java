package org.distaff.tests.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.distaff.core.metric.Matrix;
import org.distaff.core.random.RandomStreams;
import org.distaff.plot.SvgPen;
import org.distaff.plot.Theme;
import org.distaff.plot.figure.Curves;
import org.distaff.plot.figure.HeatMap;
import org.distaff.plot.figure.Viridis;
import org.distaff.plot.image.AnimatedGif;
import org.distaff.plot.image.Bitmap;
import org.distaff.plot.image.Png;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What the writers write, another implementation (the JDK's ImageIO and XML parser) reads back. */
class PicturesTest {

    private static Bitmap noise(int width, int height, boolean grey, String purpose) {
        RandomGenerator random = RandomStreams.derive(2, purpose);
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = grey ? random.nextInt(256) * 0x010101 : random.nextInt(0x1000000);
        }
        return new Bitmap(width, height, rgb);
    }

    @Test
    void pngsAreReadBackPixelByPixel() throws IOException {
        for (boolean grey : new boolean[] {true, false}) {
            Bitmap image = noise(37, 21, grey, "png");
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
            for (int i = 0; i < image.rgb().length; i++) {
                int raw = grey ? read.getRaster().getSample(i % 37, i / 37, 0) * 0x010101
                        : read.getRGB(i % 37, i / 37) & 0xFFFFFF;
                assertEquals(image.rgb()[i], raw);
            }
            assertArrayEquals(Png.encode(image), Png.encode(image), "equal images give equal bytes");
        }
    }

    @Test
    void gifsAreReadBackFrameByFrame() throws IOException {
        List<Bitmap> frames = new ArrayList<>();
        for (int f = 0; f < 3; f++) {
            frames.add(noise(120, 90, true, "gif" + f)); // noise fills the code table several times over
        }
        byte[] gif = AnimatedGif.encode(frames, 120);
        assertTrue(new String(gif, StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0"), "it repeats for ever");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            for (int f = 0; f < 3; f++) {
                BufferedImage read = reader.read(f);
                for (int i = 0; i < 120 * 90; i++) {
                    assertEquals(frames.get(f).rgb()[i], read.getRGB(i % 120, i / 120) & 0xFFFFFF, "pixel " + i);
                }
            }
        }
    }

    @Test
    void colouredGifsStayNear() throws IOException {
        Bitmap image = noise(50, 40, false, "colour");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(AnimatedGif.encode(List.of(image), 100)));
        for (int i = 0; i < image.rgb().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                // six levels stand 51 apart, so the nearest is within 26
                assertEquals(image.rgb()[i] >> shift & 255, read.getRGB(i % 50, i / 50) >> shift & 255, 26);
            }
        }
    }

    @Test
    void figuresAreWellFormedSvg() throws Exception {
        Curves curves = new Curves("Loss & <terms>", "step", List.of(new Curves.Series("kl", new double[] {0, 1, 2},
                new double[] {3, Double.NaN, 1})), 400, 200);
        Document svg = parse(SvgPen.draw(curves, Theme.DARK));
        assertEquals("400", svg.getDocumentElement().getAttribute("width"));
        assertTrue(svg.getDocumentElement().getTextContent().contains("Loss & <terms>"));
        HeatMap map = new HeatMap("MI", new Matrix(List.of("z0"), List.of("a", "b"), new double[][] {{1, Double.NaN}}));
        String text = SvgPen.draw(map, Theme.LIGHT);
        assertTrue(parse(text).getDocumentElement().getTextContent().contains("1.000"));
        assertTrue(text.contains("#fde725"), "the largest value has viridis' last colour");
    }

    @Test
    void viridisRunsFromDarkToBright() {
        assertEquals(0x440154, Viridis.at(0));
        assertEquals(0xFDE725, Viridis.at(1));
        assertEquals(0xFDE725, Viridis.at(7), "shares are clipped");
        assertTrue(Viridis.isDark(Viridis.at(0)) && !Viridis.isDark(Viridis.at(1)));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
