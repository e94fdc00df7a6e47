package org.distaff.datasets.file.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a chunk went through when it was written, undone in the opposite order.
 *
 * @param ids filters in the order of writing
 */
record Filters(List<Integer> ids) {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final int LZF = 32000;
    private static final int MAXIMUM = 32;

    static final Filters NONE = new Filters(List.of());

    static Filters read(Block block, Hdf5Space space) {
        int version = block.u8();
        int count = block.u8();
        if (version < 1 || version > 2 || count > MAXIMUM) {
            throw space.damaged("a filter pipeline of version " + version + " with " + count + " filters");
        }
        block.skip(version == 1 ? 6 : 0);
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = block.u16();
            int name = version == 1 || id >= 256 ? block.u16() : 0;
            block.skip(2);
            int values = block.u16();
            block.skip(version == 1 ? (name + 7) / 8 * 8 : name);
            block.skip(4 * values + (version == 1 && values % 2 == 1 ? 4 : 0));
            if (id != DEFLATE && id != SHUFFLE && id != FLETCHER32 && id != LZF) {
                throw space.unsupported("the compression or filter " + id);
            }
            ids.add(id);
        }
        return new Filters(ids);
    }

    /**
     * Undoes the filters.
     *
     * @param mask   a bit for each filter that was left out
     * @param length bytes of the chunk's values
     * @param width  bytes of one value
     */
    byte[] undo(byte[] stored, long mask, int length, int width, Hdf5Space space) {
        byte[] data = stored;
        for (int i = ids.size() - 1; i >= 0; i--) {
            if ((mask >> i & 1) == 0) {
                data = switch (ids.get(i)) {
                    case DEFLATE -> inflate(data, length + (ids.subList(0, i).contains(FLETCHER32) ? Integer.BYTES : 0),
                            space);
                    case SHUFFLE -> unshuffle(data, width);
                    case FLETCHER32 -> verified(data, space);
                    default -> unpack(data, length, space);
                };
            }
        }
        if (data.length != length) {
            throw space.damaged("a chunk of " + data.length + " bytes instead of " + length);
        }
        return data;
    }

    private static byte[] inflate(byte[] data, int length, Hdf5Space space) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            byte[] result = new byte[length];
            int got = 0;
            int more;
            while (got < length && (more = inflater.inflate(result, got, length - got)) > 0) {
                got += more;
            }
            if (got < length || inflater.inflate(new byte[1]) > 0) {
                throw space.damaged("a chunk of " + (got < length ? "less" : "more") + " than " + length + " bytes");
            }
            return result;
        } catch (DataFormatException e) {
            throw space.damaged("a chunk that does not unpack");
        } finally {
            inflater.end();
        }
    }

    /** The first bytes of all values stand together, then the second ones. */
    private static byte[] unshuffle(byte[] data, int width) {
        if (width <= 1) {
            return data;
        }
        byte[] result = data.clone();
        int count = data.length / width;
        for (int b = 0; b < width; b++) {
            for (int i = 0, from = b * count; i < count; i++) {
                result[i * width + b] = data[from + i];
            }
        }
        return result;
    }

    private static byte[] verified(byte[] data, Hdf5Space space) {
        int length = data.length - Integer.BYTES;
        if (length < 0) {
            throw space.damaged("a chunk without its checksum");
        }
        int stored = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            stored |= (data[length + i] & 0xFF) << 8 * i;
        }
        if (stored != fletcher(data, length)) {
            throw space.damaged("a chunk whose checksum is wrong");
        }
        return Arrays.copyOf(data, length);
    }

    /** H5_checksum_fletcher32: over big-endian 16-bit words. */
    private static int fletcher(byte[] data, int length) {
        long sum1 = 0;
        long sum2 = 0;
        for (int i = 0; i < length; i += 2) {
            int word = (data[i] & 0xFF) << 8 | (i + 1 < length ? data[i + 1] & 0xFF : 0);
            sum1 = (sum1 + word) % 0xFFFF;
            sum2 = (sum2 + sum1) % 0xFFFF;
        }
        return (int) (sum2 << 16 | sum1);
    }

    /** LZF as liblzf writes it: literal runs, and copies of up to 264 bytes from up to 8 KiB before. */
    private static byte[] unpack(byte[] data, int length, Hdf5Space space) {
        byte[] result = new byte[length];
        int to = 0;
        try {
            for (int from = 0; from < data.length;) {
                int control = data[from++] & 0xFF;
                if (control < 32) {
                    System.arraycopy(data, from, result, to, control + 1);
                    from += control + 1;
                    to += control + 1;
                } else {
                    int run = control >> 5;
                    if (run == 7) {
                        run += data[from++] & 0xFF;
                    }
                    int back = to - ((control & 31) << 8) - (data[from++] & 0xFF) - 1;
                    for (int i = 0; i < run + 2; i++) {
                        result[to++] = result[back + i];
                    }
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw space.damaged("a chunk that does not unpack");
        }
        return Arrays.copyOf(result, to);
    }
}
