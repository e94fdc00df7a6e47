package org.distaff.tests.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.BitmapPen;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.SvgPen;
import org.distaff.plot.Theme;
import org.distaff.plot.figure.HeatMap;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.image.Bitmap;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PensTest {

    @Test
    void svgHoldsTheTextsAsTheyAre() throws Exception {
        String odd = "a < b & \"c\" > 'd' — π 𝜋";
        Matrix matrix = new Matrix(List.of(odd), List.of("shape"), new double[][] {{0.25}});
        Document svg = parse(SvgPen.draw(new HeatMap("title\u0000\u001b\ud800!", matrix), Theme.LIGHT));
        List<String> texts = texts(svg);
        assertTrue(texts.contains(odd), texts.toString());
        assertTrue(texts.contains("0.250"), texts.toString());
        assertTrue(texts.contains("title\uFFFD\uFFFD\uFFFD!"), texts.toString()); // what XML cannot hold
    }

    @Test
    void svgHoldsItsImages() throws Exception {
        Bitmap image = new Bitmap(2, 1, new int[] {0xFF0000, 0x00FF7F});
        String text = SvgPen.draw(new ImageGrid("", List.of("z0"), List.of(), List.of(List.of(image)), 32), Theme.DARK);
        Element element = (Element) parse(text).getElementsByTagName("image").item(0);
        String data = element.getAttribute("href");
        assertTrue(data.startsWith("data:image/png;base64,"));
        byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        assertEquals(0x00FF7F, ImageIO.read(new ByteArrayInputStream(png)).getRGB(1, 0) & 0xFFFFFF);
        assertEquals("32", element.getAttribute("width"));
        String outside = text.replace("http://www.w3.org/2000/svg", "");
        assertTrue(!outside.contains("http"), "nothing is loaded from elsewhere");
    }

    @Test
    void svgIsTheSameEveryTime() {
        Figure figure = new HeatMap("t", new Matrix(List.of("z0"), List.of("x"), new double[][] {{1 / 3.0}}));
        assertEquals(SvgPen.draw(figure, Theme.LIGHT), SvgPen.draw(figure, Theme.LIGHT));
        assertNotEquals(SvgPen.draw(figure, Theme.LIGHT), SvgPen.draw(figure, Theme.DARK));
    }

    @Test
    void pixelsStandWhereTheFigureSays() {
        Bitmap checks = new Bitmap(2, 2, new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF});
        Figure figure = figure(8, 6, (pen, theme) -> {
            pen.fill(1, 1, 2, 3, 0x123456);
            pen.image(checks, 4, 2, 4, 4);
            pen.line(new double[] {0, 0.5, 8, 0.5}, 1, theme.foreground());
            pen.line(new double[0], 1, theme.foreground());
        });
        for (int scale = 1; scale <= 3; scale++) {
            Bitmap drawn = BitmapPen.draw(figure, Theme.LIGHT, scale);
            assertArrayEquals(new int[] {8 * scale, 6 * scale}, new int[] {drawn.width(), drawn.height()});
            for (int y = 0; y < 6 * scale; y++) {
                for (int x = 0; x < 8 * scale; x++) {
                    int u = x / scale;
                    int v = y / scale;
                    int expected = v == 0 ? Theme.LIGHT.foreground()
                            : u >= 4 && v >= 2 ? checks.rgb()[(v - 2) / 2 * 2 + (u - 4) / 2]
                                    : u >= 1 && u < 3 && v < 4 ? 0x123456 : Theme.LIGHT.background();
                    assertEquals(expected, drawn.rgb()[y * drawn.width() + x], x + ", " + y + " at scale " + scale);
                }
            }
        }
    }

    @Test
    void textsAreAnchored() {
        int[] left = new int[3];
        int[] right = new int[3];
        for (Pen.Anchor anchor : Pen.Anchor.values()) {
            Bitmap drawn = BitmapPen.draw(
                    figure(200, 30, (pen, theme) -> pen.text(100, 20, "MMMM", 12, anchor, theme.foreground())),
                    Theme.DARK, 1);
            int[] inked = IntStream.range(0, drawn.rgb().length)
                    .filter(i -> drawn.rgb()[i] != Theme.DARK.background()).map(i -> i % 200).sorted().toArray();
            left[anchor.ordinal()] = inked[0];
            right[anchor.ordinal()] = inked[inked.length - 1];
        }
        // a font's side bearing is a pixel or two, and the outline is antialiased
        assertEquals(100, left[Pen.Anchor.START.ordinal()], 3);
        assertEquals(100, (left[1] + right[1]) / 2.0, 3);
        assertEquals(100, right[Pen.Anchor.END.ordinal()], 3);
    }

    private interface Drawing {
        void draw(Pen pen, Theme theme);
    }

    private static Figure figure(double width, double height, Drawing drawing) {
        return new Figure() {
            @Override
            public double width() {
                return width;
            }

            @Override
            public double height() {
                return height;
            }

            @Override
            public void draw(Pen pen, Theme theme) {
                drawing.draw(pen, theme);
            }
        };
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }
}
