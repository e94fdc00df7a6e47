package org.distaff.datasets.file.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import org.distaff.core.failure.Problem;

/** A data set of an HDF5 file: an array whose rows along the first axis are read on demand. */
public final class Hdf5Dataset {

    /**
     * Most bytes of rows that are in memory at once: a chunk's height takes 90 MiB in dSprites as published, and
     * 176 MiB where h5py chooses the chunks (15,000 × 4 × 4 × 1) of 480,000 images of 64 × 64 × 3.
     */
    static final long MAXIMUM_SLAB = 192L << 20;
    /** Deflate shrinks nothing to less than this part. */
    static final long MAXIMUM_RATIO = 1100;
    private static final int MAXIMUM_AXES = 32;

    private final Hdf5Space space;
    private final String path;
    private final Hdf5Type type;
    private final long[] shape;
    private final Layout layout;
    private final Filters filters;
    private final byte[] fill;

    private Hdf5Dataset(Hdf5Space space, String path, Hdf5Type type, long[] shape, Layout layout, Filters filters,
            byte[] fill) {
        this.space = space;
        this.path = path;
        this.type = type;
        this.shape = shape;
        this.layout = layout;
        this.filters = filters;
        this.fill = fill;
    }

    static Hdf5Dataset of(Hdf5Space space, String path, List<Message> messages) {
        Hdf5Type type = Hdf5Type.read(find(messages, Message.DATATYPE, path, space).block(space), space);
        long[] shape = shape(find(messages, Message.DATASPACE, path, space).block(space), type.size(), space);
        Filters filters = Filters.NONE;
        byte[] fill = new byte[type.size()];
        for (Message message : messages) {
            if (message.type() == Message.FILTERS) {
                filters = Filters.read(message.block(space), space);
            } else if (message.type() == Message.FILL_VALUE) {
                fill = fill(message.block(space), type.size());
            }
        }
        Layout layout = Layout.read(find(messages, Message.LAYOUT, path, space).block(space), shape, type, filters,
                space);
        Hdf5Dataset dataset = new Hdf5Dataset(space, path, type, shape, layout, filters, fill);
        dataset.requirePresent();
        return dataset;
    }

    private static Message find(List<Message> messages, int type, String path, Hdf5Space space) {
        return messages.stream().filter(m -> m.type() == type).findFirst().orElseThrow(() -> Problem.input(space.name()
                + ": '" + path + "' is no data set, or one of a type that is not read here."));
    }

    static long[] shape(Block block, int width, Hdf5Space space) {
        int version = block.u8();
        int rank = block.u8();
        int flags = block.u8();
        if (version < 1 || version > 2 || rank > MAXIMUM_AXES || flags > 3) {
            throw space.damaged("a data space of version " + version + " with " + rank + " axes");
        }
        block.skip(version == 1 ? 5 : 1);
        long[] shape = new long[rank];
        long bytes = width;
        for (int a = 0; a < rank; a++) {
            shape[a] = block.length();
            if (shape[a] < 0 || shape[a] > 0 && bytes > (1L << 50) / shape[a]) {
                throw space.damaged("a data set of " + shape[a] + " rows");
            }
            bytes *= Math.max(1, shape[a]);
        }
        return shape;
    }

    private static byte[] fill(Block block, int width) {
        int version = block.u8();
        boolean defined;
        if (version == 3) {
            defined = (block.u8() & 0x20) != 0;
        } else {
            block.skip(2);
            defined = block.u8() != 0;
        }
        if (!defined || block.remaining() < 4 || block.u32() != width) {
            return new byte[width];
        }
        return block.bytes(width);
    }

    /** A file cannot hold more than deflate could have made of it. */
    private void requirePresent() {
        long bytes = elements() * type.size();
        if (layout.compact() != null && layout.compact().length < bytes) {
            throw space.damaged("'" + path + "' has " + Arrays.toString(shape) + " values but no room for them");
        }
        if (layout.chunk() == null && layout.compact() == null && layout.address() >= 0) {
            space.requireInside(layout.address(), bytes);
        } else if (layout.compact() == null && bytes / MAXIMUM_RATIO > space.size()) {
            throw space.damaged("'" + path + "' has " + Arrays.toString(shape) + " values, more than so small a file "
                    + "can hold");
        }
    }

    public long[] shape() {
        return shape.clone();
    }

    /** "u1", "f8", "S12", "V16": kind and bytes of a value. */
    public String type() {
        return "" + type.kind() + type.size();
    }

    /** File and path, for messages. */
    public String title() {
        return space.name() + " (" + path + ")";
    }

    public long elements() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** Bytes of one row along the first axis. */
    public long rowBytes() {
        return shape.length == 0 || shape[0] == 0 ? type.size() : elements() / shape[0] * type.size();
    }

    /** Rows that are best read together: the height of a chunk. */
    public int rowsTogether() {
        return layout.chunk() != null && layout.chunk().length > 0 ? layout.chunk()[0] : 1;
    }

    /** Position in the file when the values can be read in place. */
    public OptionalLong position() {
        return layout.chunk() == null && layout.compact() == null && layout.address() >= 0
                ? OptionalLong.of(space.position(layout.address())) : OptionalLong.empty();
    }

    /**
     * Reads rows as they are stored.
     *
     * @return {@code count} times {@link #rowBytes} bytes
     * @throws Problem (input) when they are damaged or too many for one read
     */
    public byte[] rows(long first, int count) {
        byte[] target = new byte[size(count)];
        rows(first, count, target);
        return target;
    }

    /** Bytes of some rows. */
    private int size(int count) {
        long bytes = count * rowBytes();
        if (count < 0 || rowBytes() > MAXIMUM_SLAB || bytes > MAXIMUM_SLAB) {
            throw Problem.input(title() + " has rows or chunks of more than " + (MAXIMUM_SLAB >> 20)
                    + " MiB; rewrite it in smaller chunks with 'h5repack -l CHUNK=…'.");
        }
        return (int) bytes;
    }

    /** The same into the beginning of an array that has room for them. */
    void rows(long first, int count, byte[] target) {
        int bytes = size(count);
        if (first < 0 || first + count > (shape.length == 0 ? 1 : shape[0])) {
            throw new IndexOutOfBoundsException("rows " + first + " to " + (first + count));
        }
        if (bytes == 0) {
            return;
        }
        if (layout.compact() != null) {
            System.arraycopy(layout.compact(), (int) (first * rowBytes()), target, 0, bytes);
        } else if (layout.chunk() != null) {
            fill(target, bytes);
            new Chunks(space, shape, type.size(), layout, filters).read(first, count, target);
        } else if (layout.address() >= 0) {
            space.read(layout.address() + first * rowBytes(), target, 0, bytes);
        } else {
            fill(target, bytes);
        }
    }

    /** What stands where nothing was written. */
    private void fill(byte[] target, int bytes) {
        Arrays.fill(target, 0, bytes, fill[0]);
        if (!Arrays.equals(fill, 1, fill.length, fill, 0, fill.length - 1)) { // its bytes differ
            for (int i = 0; i < bytes; i++) {
                target[i] = fill[i % fill.length];
            }
        }
    }

    /** All values of a small numeric data set. */
    public double[] numbers(long most) {
        return numbers(all(most));
    }

    /**
     * Rows as numbers.
     *
     * @return {@code count} rows
     * @throws Problem (input) as {@link #rows}, and when they are texts
     */
    public double[] numbers(long first, int count) {
        return numbers(rows(first, count));
    }

    private double[] numbers(byte[] raw) {
        if (!type.numeric()) {
            throw Problem.input(title() + " holds texts where numbers are needed.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(type.order());
        double[] numbers = new double[raw.length / type.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = type.number(buffer, i * type.size());
        }
        return numbers;
    }

    /** All values of a small data set of texts. */
    public List<String> texts(long most) {
        return texts(type, all(most), space, title());
    }

    private byte[] all(long most) {
        if (elements() > most) {
            throw Problem.input(title() + " has " + elements() + " values; at most " + most + " are read.");
        }
        return elements() == 0 ? new byte[0] : rows(0, shape.length == 0 ? 1 : Math.toIntExact(shape[0]));
    }

    static List<String> texts(Hdf5Type type, byte[] raw, Hdf5Space space, String title) {
        List<String> texts = new ArrayList<>();
        GlobalHeap heap = new GlobalHeap(space);
        Block block = new Block(raw, space);
        for (int i = 0; i < raw.length / type.size(); i++) {
            switch (type.kind()) {
                case 'S' -> texts.add(block.text(type.size()));
                case 'V' -> {
                    long length = block.u32();
                    long address = block.address();
                    long index = block.u32();
                    texts.add(length == 0 ? "" : heap.text(address, index, length));
                }
                default -> throw Problem.input(title + " holds numbers where texts are needed.");
            }
        }
        return texts;
    }

    Hdf5Type elementType() {
        return type;
    }
}
