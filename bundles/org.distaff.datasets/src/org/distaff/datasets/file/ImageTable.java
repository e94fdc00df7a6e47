package org.distaff.datasets.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;

/**
 * Images of one shape that stand uncompressed one behind the other, read at random. Thread-safe. Cost of an image: one
 * read of its bytes and one pass over its values; no memory is kept.
 *
 * @param bytes        where they stand
 * @param start        position of the first one
 * @param count        number of images N
 * @param shape        shape of one
 * @param pixels       how its values stand
 * @param channelsLast whether they stand pixel by pixel (HWC) instead of channel by channel (CHW)
 */
public record ImageTable(Bytes bytes, long start, long count, ObservationShape shape, Pixels pixels,
        boolean channelsLast) implements ObservationTable {

    private static final float[] LEVELS = new float[256];
    private static final float[][] BITS = new float[256][8];

    static {
        for (int level = 0; level < 256; level++) {
            LEVELS[level] = level / 255f;
            for (int bit = 0; bit < 8; bit++) {
                BITS[level][bit] = level >> 7 - bit & 1;
            }
        }
    }

    public ImageTable {
        long size = pixels.bytes(shape.values());
        if (start < 0 || count < 0 || count > (bytes.size() - start) / size) {
            throw bytes.cutShort();
        }
    }

    /**
     * Writes one image, channel by channel, and advances the buffer.
     *
     * @param index  which one, in [0, N)
     * @param target receives C·H·W values in [0, 1]
     * @throws Problem (input) when a value is none
     */
    @Override
    public void write(long index, FloatBuffer target) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("image " + index + " of " + count);
        }
        byte[] raw = new byte[pixels.bytes(shape.values())];
        bytes.read(start + index * raw.length, raw, 0, raw.length);
        if (channelsLast && pixels == Pixels.BYTES) {
            planes(raw, target);
            return;
        }
        float[] values = values(raw, index);
        if (!channelsLast || shape.channels() == 1) {
            target.put(values);
            return;
        }
        int channels = shape.channels();
        float[] plane = new float[values.length / channels];
        for (int c = 0; c < channels; c++) {
            for (int i = 0, j = c; i < plane.length; i++, j += channels) {
                plane[i] = values[j];
            }
            target.put(plane);
        }
    }

    /** What most large data sets hold, in one pass. */
    private void planes(byte[] raw, FloatBuffer target) {
        int channels = shape.channels();
        float[] plane = new float[raw.length / channels];
        for (int c = 0; c < channels; c++) {
            for (int i = 0, j = c; i < plane.length; i++, j += channels) {
                plane[i] = LEVELS[raw[j] & 0xFF];
            }
            target.put(plane);
        }
    }

    private float[] values(byte[] raw, long index) {
        float[] values = new float[shape.values()];
        switch (pixels) {
            case BYTES -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = LEVELS[raw[i] & 0xFF];
                }
            }
            case BINARY -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = raw[i];
                }
                requireUnit(values, index);
            }
            case PACKED -> {
                for (int i = 0; i < values.length; i += 8) {
                    System.arraycopy(BITS[raw[i >> 3] & 0xFF], 0, values, i, Math.min(8, values.length - i));
                }
            }
            case FLOATS -> {
                ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
                requireUnit(values, index);
            }
            case DOUBLES -> {
                ByteBuffer source = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) source.getDouble();
                }
                requireUnit(values, index);
            }
        }
        return values;
    }

    private void requireUnit(float[] values, long index) {
        for (float value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw Problem.input(bytes.name() + " has the value " + value + " in image " + index
                        + " (counted from 0); images hold values from 0 to 1, or bytes from 0 to 255.");
            }
        }
    }
}
