package org.distaff.datasets.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;

import org.distaff.core.array.NpyHeader;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/**
 * Images in a plain {@code .npy} file, which other programs read as well: uint8 [N, H, W, C], or for binary images
 * [N, ⌈C·H·W/8⌉] as numpy.packbits makes it, an eighth of the size.
 */
public final class ImageCache {

    private static final String TYPE = "|u1";

    private ImageCache() {
    }

    /**
     * Copies a stream of images into a file; it appears when all are there.
     *
     * @param packed whether images hold only 0 and 1 and take one bit each
     * @param name   what is read, for messages
     * @return SHA-256 of the values, in lower-case hexadecimal: equal images give equal digests whatever they came from
     * @throws Problem (input) when an image that should be binary is not
     */
    public static String write(Path file, ImageStream images, boolean packed, String name, Progress progress)
            throws IOException {
        ObservationShape shape = images.shape();
        byte[] image = new byte[shape.values()];
        Pixels pixels = packed ? Pixels.PACKED : Pixels.BYTES;
        long count = images.count();
        MessageDigest sha256 = Digests.digest("SHA-256");
        PublishedFile.write(file, out -> {
            out.write(packed ? NpyHeader.of(TYPE, count, pixels.bytes(image.length)).bytes()
                    : NpyHeader.of(TYPE, count, shape.height(), shape.width(), shape.channels()).bytes());
            for (long n = 0; n < count; n++) {
                if (n % 256 == 0) {
                    progress.check();
                    progress.report((double) n / count, String.format(Locale.ROOT, "%s: image %,d of %,d", name, n,
                            count));
                }
                images.next(image);
                byte[] row = packed ? pack(image, n, name) : image;
                sha256.update(row);
                out.write(row);
            }
        });
        return Digests.hex(sha256);
    }

    private static byte[] pack(byte[] image, long index, String name) {
        byte[] bits = new byte[Pixels.PACKED.bytes(image.length)];
        for (int i = 0; i < image.length; i++) {
            if ((image[i] & ~1) != 0) {
                throw Problem.input(name + " has the value " + (image[i] & 0xFF) + " in image " + index
                        + " (counted from 0); these images hold 0 and 1 only.");
            }
            bits[i >> 3] |= (byte) (image[i] << 7 - (i & 7));
        }
        return bits;
    }

    /**
     * Opens such a file.
     *
     * @throws Problem (input) when it does not hold that many images of that shape
     */
    public static ImageTable open(Path file, long count, ObservationShape shape, boolean packed) throws IOException {
        FileBytes bytes = FileBytes.open(file);
        NpyHeader header;
        try (InputStream in = bytes.stream(0, bytes.size())) {
            header = NpyHeader.read(in, file.toString()).orElseThrow(() -> bytes.damaged("it holds no numbers"));
        }
        Pixels pixels = packed ? Pixels.PACKED : Pixels.BYTES;
        long[] expected = packed ? new long[] {count, pixels.bytes(shape.values())}
                : new long[] {count, shape.height(), shape.width(), shape.channels()};
        if (!header.type().equals(TYPE) || header.fortran() || !Arrays.equals(header.shape(), expected)) {
            throw bytes.damaged("it holds " + header.type() + " " + header.shapeText() + " and not " + TYPE + " "
                    + Arrays.toString(expected));
        }
        return new ImageTable(bytes, header.length(), count, shape, pixels, true);
    }
}
