package org.distaff.datasets.file.hdf5;

/**
 * Where the values of a data set stand.
 *
 * @param compact values inside the header, or {@code null}
 * @param address of the contiguous values; −1 when none were written
 * @param chunk   values of a chunk along each axis, or {@code null} when they are not in chunks
 * @param index   where the chunks stand
 */
record Layout(byte[] compact, long address, int[] chunk, ChunkIndex index) {

    private static final long MAXIMUM_CHUNK = 32L << 20;

    static Layout read(Block block, long[] shape, Hdf5Type type, Filters filters, Hdf5Space space) {
        int version = block.u8();
        int kind = block.u8();
        if (version != 3 && version != 4) {
            throw space.unsupported("a data layout of version " + version);
        }
        switch (kind) {
            case 0 -> {
                return new Layout(block.bytes(block.u16()), -1, null, null);
            }
            case 1 -> {
                return new Layout(null, block.address(), null, null);
            }
            case 2 -> {
                return version == 3 ? chunked3(block, shape, type, space) : chunked4(block, shape, type, filters, space);
            }
            default -> throw space.unsupported("a data layout of class " + kind);
        }
    }

    private static Layout chunked3(Block block, long[] shape, Hdf5Type type, Hdf5Space space) {
        int rank = block.u8() - 1;
        long address = block.address();
        int[] chunk = chunk(block, rank, 4, shape, type, space);
        return new Layout(null, -1, chunk, ChunkIndex.read(space, address, grid(shape, chunk), chunk));
    }

    private static Layout chunked4(Block block, long[] shape, Hdf5Type type, Filters filters, Hdf5Space space) {
        int flags = block.u8();
        int rank = block.u8() - 1;
        int[] chunk = chunk(block, rank, block.u8(), shape, type, space);
        if (block.u8() != 1) {
            throw space.unsupported("a chunk index of HDF5 1.10");
        }
        long bytes = type.size();
        for (int length : chunk) {
            bytes *= length;
        }
        long mask = 0;
        if ((flags & 2) != 0) {
            bytes = block.length();
            mask = block.u32();
        } else if (!filters.ids().isEmpty()) {
            throw space.damaged("a filtered chunk without a length");
        }
        long address = block.address();
        if (address < 0) {
            return new Layout(null, -1, chunk, ChunkIndex.read(space, -1, grid(shape, chunk), chunk));
        }
        space.requireInside(address, bytes);
        return new Layout(null, -1, chunk, ChunkIndex.single(grid(shape, chunk), chunk, address,
                Math.toIntExact(bytes), mask));
    }

    private static int[] chunk(Block block, int rank, int width, long[] shape, Hdf5Type type, Hdf5Space space) {
        if (rank < 1 || rank != shape.length || width < 1 || width > 8) {
            throw space.damaged("chunks of " + rank + " axes for a data set of " + shape.length);
        }
        int[] chunk = new int[rank];
        long bytes = type.size();
        for (int a = 0; a < rank; a++) {
            long length = block.number(width);
            if (length < 1 || length > Integer.MAX_VALUE || bytes > MAXIMUM_CHUNK / length) {
                throw space.damaged("a chunk of more than " + (MAXIMUM_CHUNK >> 20) + " MiB");
            }
            bytes *= length;
            chunk[a] = (int) length;
        }
        if (block.number(width) != type.size()) {
            throw space.damaged("chunks of another type than its values");
        }
        return chunk;
    }

    private static long[] grid(long[] shape, int[] chunk) {
        long[] grid = new long[chunk.length];
        for (int a = 0; a < chunk.length; a++) {
            grid[a] = (shape[a] + chunk[a] - 1) / chunk[a];
        }
        return grid;
    }
}
