package org.distaff.datasets.file.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.distaff.core.array.Npy;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NpyHeader;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/**
 * One array of a NumPy file.
 *
 * @param bytes  the file or archive
 * @param place  where the {@code .npy} part stands in it
 * @param header what it holds
 */
public record NumpyMember(Bytes bytes, ZipEntryPlace place, NpyHeader header) {

    /** Binary sprites in the order of dSprites' archive shrink to 1/207, black pictures to 1/1000. */
    private static final int MAXIMUM_RATIO = 400;
    /** Up to this many bytes a high compression ratio is no sign of an archive bomb. */
    private static final long RATIO_FREE = 1L << 26;

    /** Reads the header; empty when the member holds no plain numbers. */
    static Optional<NumpyMember> of(Bytes bytes, ZipEntryPlace place) throws IOException {
        String name = title(bytes, place);
        if (place.size() > RATIO_FREE && place.size() / MAXIMUM_RATIO > place.packed()) {
            throw Problem.input(name + " unpacks to more than " + MAXIMUM_RATIO + " times its size; it is refused.");
        }
        try (InputStream in = open(bytes, place)) {
            Optional<NpyHeader> header = NpyHeader.read(in, name);
            if (header.isPresent()
                    && header.get().elements() > (place.size() - header.get().length()) / header.get().width()) {
                throw Problem.input(name + " has the shape " + header.get().shapeText() + " but only " + place.size()
                        + " bytes; copy or export it again.");
            }
            return header.map(h -> new NumpyMember(bytes, place, h));
        }
    }

    /** Position of the first value in the file if the values can be read in place. */
    public OptionalLong position() {
        return place.deflated() ? OptionalLong.empty() : OptionalLong.of(place.start() + header.length());
    }

    /** The values as a stream, in the file's order. */
    public InputStream values() throws IOException {
        InputStream in = open(bytes, place);
        in.skipNBytes(header.length());
        return in;
    }

    /** The whole array in memory, for small ones. */
    public NpyArray array() throws IOException {
        try (InputStream in = open(bytes, place)) {
            return Npy.read(in, title());
        }
    }

    /** File and member, for messages. */
    public String title() {
        return title(bytes, place);
    }

    private static String title(Bytes bytes, ZipEntryPlace place) {
        return place.name().isEmpty() ? bytes.name() : bytes.name() + " (" + place.name().replace(".npy", "") + ")";
    }

    private static InputStream open(Bytes bytes, ZipEntryPlace place) {
        InputStream raw = bytes.stream(place.start(), place.packed());
        return place.deflated() ? new Inflating(raw, title(bytes, place)) : raw;
    }

    /** Ends its inflater, and tells damage in a sentence. */
    private static final class Inflating extends InflaterInputStream {

        private final String title;

        Inflating(InputStream raw, String title) {
            super(raw, new Inflater(true), 1 << 16);
            this.title = title;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                throw Problem.input(title + " is damaged or cut short; copy or export it again.", e);
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
