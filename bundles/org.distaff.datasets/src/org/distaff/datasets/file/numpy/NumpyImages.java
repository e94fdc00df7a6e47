package org.distaff.datasets.file.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.ImageStream;
import org.distaff.datasets.file.ImageTable;
import org.distaff.datasets.file.Pixels;

/**
 * Images in an array: [N, H, W], [N, H, W, C] or [N, C, H, W] with one or three channels; bytes, booleans, or floats from
 * 0 to 1.
 *
 * @param member       the array
 * @param shape        shape of an image
 * @param channelsLast whether channels are the last axis
 */
public record NumpyImages(NumpyMember member, ObservationShape shape, boolean channelsLast) {

    private static final int MAXIMUM_SIDE = 4096;

    /**
     * Recognises the axes.
     *
     * @throws Problem (input) when they are none of those above
     */
    public static NumpyImages of(NumpyMember member) {
        long[] axes = member.header().shape();
        boolean sensible = (axes.length == 3 || axes.length == 4) && !member.header().fortran()
                && Arrays.stream(axes).skip(1).allMatch(axis -> axis >= 1 && axis <= MAXIMUM_SIDE);
        if (sensible && axes.length == 3) {
            return new NumpyImages(member, new ObservationShape(1, (int) axes[1], (int) axes[2]), true);
        }
        if (sensible && (axes[3] == 1 || axes[3] == 3)) {
            return new NumpyImages(member, new ObservationShape((int) axes[3], (int) axes[1], (int) axes[2]), true);
        }
        if (sensible && (axes[1] == 1 || axes[1] == 3)) {
            return new NumpyImages(member, new ObservationShape((int) axes[1], (int) axes[2], (int) axes[3]), false);
        }
        throw Problem.input(member.title() + " has the shape " + member.header().shapeText()
                + (member.header().fortran() ? " in Fortran order" : "") + "; images are [N, H, W], [N, H, W, C] or "
                + "[N, C, H, W] in C order, C being 1 or 3.");
    }

    /** Number of images N. */
    public long count() {
        return member.header().shape()[0];
    }

    /**
     * The images read where they stand.
     *
     * @param binary whether bytes hold 0 and 1 instead of 0 to 255
     * @throws Problem (input) when they are compressed or of another type
     */
    public ImageTable table(boolean binary) {
        long position = member.position().orElseThrow(() -> Problem.input(member.title()
                + " is compressed and cannot be read in place; save it with numpy.savez or numpy.save."));
        return new ImageTable(member.bytes(), position, count(), shape, pixels(binary), channelsLast);
    }

    private Pixels pixels(boolean binary) {
        return switch (member.header().type().replaceFirst("^[=|<]", "")) {
            case "b1" -> Pixels.BINARY;
            case "u1" -> binary ? Pixels.BINARY : Pixels.BYTES;
            case "f4" -> Pixels.FLOATS;
            case "f8" -> Pixels.DOUBLES;
            default -> throw Problem.input(member.title() + " holds values of type " + member.header().type()
                    + "; save images as uint8, bool, or little-endian float32 or float64 from 0 to 1.");
        };
    }

    /** Bytes, pixel by pixel, that can be read in place or as a {@link #stream}. */
    public boolean isBytes() {
        return channelsLast && (member.header().type().equals("|u1") || member.header().type().equals("|b1"));
    }

    /** Images of bytes, one after the other. */
    public ImageStream stream() throws IOException {
        if (!isBytes()) {
            throw Problem.input(member.title() + " holds " + member.header().type() + " "
                    + member.header().shapeText() + " where bytes [N, H, W, C] are needed.");
        }
        InputStream values = member.values();
        NumpyImages images = this;
        return new ImageStream() {
            @Override
            public long count() {
                return images.count();
            }

            @Override
            public ObservationShape shape() {
                return shape;
            }

            @Override
            public void next(byte[] image) throws IOException {
                if (values.readNBytes(image, 0, image.length) < image.length) {
                    throw Problem.input(member.title() + " is cut short; copy or download it again.");
                }
            }

            @Override
            public void close() throws IOException {
                values.close();
            }
        };
    }
}
