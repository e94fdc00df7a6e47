package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.image.Picture;
import org.distaff.datasets.file.image.PictureFile;
import org.distaff.datasets.file.image.Resampling;
import org.distaff.datasets.file.numpy.NumpyArchive;
import org.junit.jupiter.api.Test;

/** Pictures of Pillow 9.4.0, see make.py. */
class PicturesTest {

    /** make.py's picture: a slope, a product and a chess board. */
    private static Picture picture(int height, int width) {
        byte[] values = new byte[height * width * 3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[i++] = (byte) (x * 2);
                values[i++] = (byte) (x * y);
                values[i++] = (byte) ((x / 8 + y / 8) % 2 == 1 ? 255 : 0);
            }
        }
        return new Picture(width, height, 3, values);
    }

    private static Picture green(Picture picture) {
        byte[] values = new byte[picture.width() * picture.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.values()[3 * i + 1];
        }
        return new Picture(picture.width(), picture.height(), 1, values);
    }

    @Test
    void resizingEqualsPillowByteByByte() throws IOException {
        assertArrayEquals(expected("lanczos", "half"),
                Resampling.LANCZOS.resize(picture(128, 128), 64, 64).values());
        assertArrayEquals(expected("lanczos", "twothirds"),
                Resampling.LANCZOS.resize(green(picture(128, 128).crop(0, 0, 96, 96)), 64, 64).values());
        assertArrayEquals(expected("bicubic", "odd"),
                Resampling.BICUBIC.resize(picture(128, 128), 35, 27).values());
    }

    @Test
    void pngFilesAreReadExactly() throws IOException {
        byte[] colour = picture(16, 20).values();
        assertArrayEquals(colour, read("colour.png").values());
        assertArrayEquals(colour, read("alpha.png").values(), "transparency is dropped, colours stay");
        Picture grey = read("grey.png");
        assertEquals(1, grey.channels());
        assertArrayEquals(green(picture(16, 20)).values(), grey.values());
        assertArrayEquals(expected("decoded", "palette"), read("palette.png").values());
    }

    @Test
    void jpegFilesAreReadAsClosely() throws IOException {
        byte[] expected = expected("decoded", "photo");
        byte[] found = read("photo.jpg").values();
        assertEquals(expected.length, found.length);
        for (int i = 0; i < found.length; i++) {
            // decoders round the inverse cosine transform and the colour conversion each in their own way
            assertEquals(expected[i] & 0xFF, found[i] & 0xFF, 3, "value " + i);
        }
    }

    @Test
    void squaresAndChannels() {
        Picture wide = picture(16, 20);
        assertArrayEquals(wide.crop(2, 0, 16, 16).values(), wide.square().values());
        assertArrayEquals(new byte[] {7, 7, 7}, new Picture(1, 1, 1, new byte[] {7}).withChannels(3).values());
        // ITU-R 601: 0.299·255 rounds to 76
        assertArrayEquals(new byte[] {76}, new Picture(1, 1, 3, new byte[] {-1, 0, 0}).withChannels(1).values());
        Picture small = Resampling.BICUBIC.fit(picture(40, 80), 35, 27);
        assertEquals("35×18", small.width() + "×" + small.height(), "40·35/80 = 17.5 rounds up");
        assertEquals(20, Resampling.BICUBIC.fit(wide, 64, 64).width(), "never larger");
    }

    /** 60,000 × 60,000 pixels announced in a file of 57 bytes. */
    @Test
    void bombsAreRefusedByTheirHead() {
        ByteBuffer head = ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.writeBytes(chunk("IHDR", head.array()));
        file.writeBytes(chunk("IDAT", new byte[0]));
        file.writeBytes(chunk("IEND", new byte[0]));
        String message = assertThrows(Problem.class,
                () -> PictureFile.read(new MemoryBytes("bomb.png", file.toByteArray()))).getMessage();
        assertTrue(message.contains("60000×60000"), message);
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        byte[] body = ByteBuffer.allocate(4 + data.length).put(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(data).array();
        crc.update(body);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(body).putInt((int) crc.getValue()).array();
    }

    private static Picture read(String name) {
        return PictureFile.read(Resources.bytes("image/" + name));
    }

    private static byte[] expected(String file, String name) throws IOException {
        try (InputStream in = NumpyArchive.open(Resources.bytes("image/" + file + ".npz")).need(name).values()) {
            return in.readAllBytes();
        }
    }
}
