package org.distaff.plot.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG (W3C Portable Network Graphics, 2nd edition): 8-bit RGB, or grey when every pixel is. Equal images give equal bytes. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int RGB = 2;

    private Png() {
    }

    /** The image as a PNG file. */
    public static byte[] encode(Bitmap image) {
        try {
            boolean grey = isGrey(image);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(SIGNATURE);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(image.width());
            fields.writeInt(image.height());
            fields.write(new byte[] {8, (byte) (grey ? GREY : RGB), 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", pixels(image, grey));
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private static boolean isGrey(Bitmap image) {
        for (int colour : image.rgb()) {
            if ((colour >> 16 & 255) != (colour & 255) || (colour >> 8 & 255) != (colour & 255)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] pixels(Bitmap image, boolean grey) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed, deflater)) {
            byte[] row = new byte[1 + image.width() * (grey ? 1 : 3)]; // begins with filter type 0
            for (int y = 0; y < image.height(); y++) {
                int at = 1;
                for (int x = 0; x < image.width(); x++) {
                    int colour = image.rgb()[y * image.width() + x];
                    if (!grey) {
                        row[at++] = (byte) (colour >> 16);
                        row[at++] = (byte) (colour >> 8);
                    }
                    row[at++] = (byte) colour;
                }
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
