package org.distaff.datasets.file.hdf5;

import java.util.Arrays;

/** Where the chunks of a data set stand: sorted by their number, the last axis fastest. */
final class ChunkIndex {

    private static final int MAXIMUM_DEPTH = 16;

    private final long[] grid;
    private final int[] chunk;
    private long[] numbers = new long[16];
    private long[] addresses = new long[16];
    private int[] sizes = new int[16];
    private int[] masks = new int[16];
    private int count;
    private boolean sorted = true;

    private ChunkIndex(long[] grid, int[] chunk) {
        this.grid = grid;
        this.chunk = chunk;
    }

    /** An index of one chunk. */
    static ChunkIndex single(long[] grid, int[] chunk, long address, int size, long mask) {
        ChunkIndex index = new ChunkIndex(grid, chunk);
        index.add(0, address, size, mask);
        return index;
    }

    /**
     * Reads a B-tree of version 1.
     *
     * @param grid  chunks along each axis
     * @param chunk values of a chunk along each axis
     */
    static ChunkIndex read(Hdf5Space space, long address, long[] grid, int[] chunk) {
        ChunkIndex index = new ChunkIndex(grid, chunk);
        if (address >= 0) {
            index.node(space, address, MAXIMUM_DEPTH);
        }
        if (!index.sorted) {
            throw space.damaged("chunks out of order");
        }
        return index;
    }

    private void node(Hdf5Space space, long address, int depth) {
        int rank = grid.length;
        int head = 8 + 2 * space.addressBytes();
        int key = 8 + 8 * (rank + 1);
        Block start = space.block(address, head);
        start.signature("TREE");
        int type = start.u8();
        int level = start.u8();
        int entries = start.u16();
        if (type != 1 || level >= depth) {
            throw space.damaged("a chunk index of type " + type + " and level " + level);
        }
        Block body = space.block(address + head, (long) entries * (key + space.addressBytes()));
        for (int i = 0; i < entries; i++) {
            long size = body.u32();
            long mask = body.u32();
            long number = 0;
            for (int a = 0; a < rank; a++) {
                long offset = body.i64();
                if (level == 0 && (offset < 0 || offset % chunk[a] != 0 || offset / chunk[a] >= grid[a])) {
                    throw space.damaged("a chunk outside its data set");
                }
                number = number * grid[a] + offset / chunk[a];
            }
            body.skip(8);
            long child = body.address();
            if (level > 0) {
                node(space, child, level);
            } else {
                space.requireInside(child, size);
                add(number, child, (int) size, mask);
            }
        }
    }

    private void add(long number, long address, int size, long mask) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            addresses = Arrays.copyOf(addresses, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
            masks = Arrays.copyOf(masks, 2 * count);
        }
        sorted &= count == 0 || numbers[count - 1] < number;
        numbers[count] = number;
        addresses[count] = address;
        sizes[count] = size;
        masks[count++] = (int) mask;
    }

    /** Place of the chunk with that number in the lists below; negative when it was never written. */
    int find(long number) {
        return Arrays.binarySearch(numbers, 0, count, number);
    }

    long address(int place) {
        return addresses[place];
    }

    int size(int place) {
        return sizes[place];
    }

    long mask(int place) {
        return Integer.toUnsignedLong(masks[place]);
    }
}
