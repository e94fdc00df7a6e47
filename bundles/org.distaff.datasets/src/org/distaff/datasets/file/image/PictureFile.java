package org.distaff.datasets.file.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;

/**
 * PNG and JPEG files. The dimensions are read first: at most 16 million pixels and 64 MiB of file, whatever they unpack
 * to. Metadata is not read, transparency is dropped.
 */
public final class PictureFile {

    private static final long MAXIMUM_PIXELS = 16_000_000;
    private static final int MAXIMUM_BYTES = 64 << 20;
    /** Deflate shrinks nothing to less than 1/1100, and eight pixels may share a byte. */
    private static final long MOST_DEFLATED = 8 * 1100;
    private static final List<String> FORMATS = List.of("png", "jpeg");

    private PictureFile() {
    }

    /**
     * Reads a picture; one channel when the file is grey, else three.
     *
     * @throws Problem (input) when it is no such file, is damaged or too large
     */
    public static Picture read(Bytes bytes) {
        if (bytes.size() > MAXIMUM_BYTES) {
            throw Problem.input(bytes.name() + " has " + bytes.size() + " bytes; pictures of at most " + MAXIMUM_BYTES
                    + " are read.");
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(bytes.range(0, (int) bytes.size())))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                        return read(reader, in, bytes);
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            // the decoders of the platform answer damage with whatever they stumble over
            throw Problem.input(bytes.name() + " is a damaged picture; replace it.", e);
        }
        throw Problem.input(bytes.name() + " is neither a PNG nor a JPEG picture.");
    }

    private static Picture read(ImageReader reader, ImageInputStream in, Bytes bytes) throws IOException {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > MAXIMUM_PIXELS) {
            throw Problem.input(bytes.name() + " is a picture of " + width + "×" + height + "; at most "
                    + MAXIMUM_PIXELS + " pixels are read.");
        }
        if (reader.getFormatName().equalsIgnoreCase("png") && (long) width * height / MOST_DEFLATED > bytes.size()) {
            throw bytes.damaged("a picture of " + width + "×" + height + " in " + bytes.size() + " bytes");
        }
        BufferedImage image = reader.read(0, new ImageReadParam());
        boolean grey = image.getColorModel().getNumColorComponents() == 1;
        int channels = grey ? 1 : 3;
        byte[] values = new byte[width * height * channels];
        if (grey) {
            grey(image, values);
            return new Picture(width, height, 1, values);
        }
        int[] row = new int[width];
        for (int y = 0, at = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int rgb : row) {
                values[at++] = (byte) (rgb >> 16);
                values[at++] = (byte) (rgb >> 8);
                values[at++] = (byte) rgb;
            }
        }
        return new Picture(width, height, 3, values);
    }

    /** Samples as stored: the platform's own conversion of grey to RGB bends the values. */
    private static void grey(BufferedImage image, byte[] values) {
        int bits = image.getSampleModel().getSampleSize(0);
        int[] row = new int[image.getWidth()];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, row.length, 1, 0, row);
            for (int sample : row) {
                values[at++] = (byte) (bits > 8 ? sample >> bits - 8 : sample * 255 / ((1 << bits) - 1));
            }
        }
    }

    /** For tests with damaged bytes. */
    public static void fuzz(byte[] data) {
        read(new MemoryBytes("fuzz", data));
    }
}
