package org.distaff.datasets.file.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

/**
 * Values in chunks. Each chunk that a range of rows touches is unpacked once, several at a time on the common pool.
 * Thread-safe.
 *
 * @param space   the file
 * @param shape   values along each axis
 * @param width   bytes of a value
 * @param layout  where the chunks stand
 * @param filters what they went through
 */
record Chunks(Hdf5Space space, long[] shape, int width, Layout layout, Filters filters) {

    /** Bytes of unpacked chunks that all cores together hold; chunks too large for that come one after the other. */
    private static final long UNPACKED = 64L << 20;
    /** Chunks of a batch at most, however small they are. */
    private static final int BATCH = 1024;
    /** Rows that are copied out of all chunks of a batch while they are in a core's cache. */
    private static final int BLOCK = 64;

    /**
     * Copies the rows' written values.
     *
     * @param first  row
     * @param count  rows, at least one
     * @param target receives their bytes; values that were never written are left as they are
     */
    void read(long first, int count, byte[] target) {
        int[] chunk = layout.chunk();
        long down = first / chunk[0];
        long up = (first + count - 1) / chunk[0] + 1;
        long beside = 1;
        long length = width;
        for (int a = 0; a < chunk.length; a++) {
            beside *= a == 0 ? 1 : across(a);
            length *= chunk[a];
        }
        int bytes = Math.toIntExact(length);
        int cores = ForkJoinPool.getCommonPoolParallelism() + 1;
        long start = down * beside;
        long end = up * beside;
        long batch = Math.clamp(Math.min(UNPACKED / cores / bytes, (end - start) / (4L * cores)), 1, BATCH);
        LongStream batches = LongStream.range(0, (end - start + batch - 1) / batch).map(b -> start + b * batch);
        (bytes <= UNPACKED / cores ? batches.parallel() : batches)
                .forEach(from -> batch(from, Math.min(from + batch, end), bytes, first, count, target));
    }

    /** Unpacks neighbours before copying them: rows of images then come together in the cache instead of in bytes. */
    private void batch(long from, long to, int length, long first, int count, byte[] target) {
        List<Box> boxes = new ArrayList<>();
        for (long number = from; number < to; number++) {
            byte[] values = unpack(number, length);
            if (values != null) {
                boxes.add(box(number, values, first, count, target));
            }
        }
        int rows = boxes.stream().mapToInt(box -> box.lengths()[0]).max().orElse(0);
        for (int row = 0; row < rows; row += BLOCK) {
            for (Box box : boxes) {
                box.copy(row, row + BLOCK, width);
            }
        }
    }

    /** Chunks along an axis. */
    private long across(int axis) {
        return (shape[axis] + layout.chunk()[axis] - 1) / layout.chunk()[axis];
    }

    /** A chunk's values, or {@code null} when it was never written. */
    private byte[] unpack(long number, int length) {
        int place = layout.index().find(number);
        if (place < 0) {
            return null;
        }
        int size = layout.index().size(place);
        if (size < 0 || size > length + length / 8 + 4096L || length / Hdf5Dataset.MAXIMUM_RATIO > size) {
            throw space.damaged("a chunk of " + Integer.toUnsignedLong(size) + " bytes for " + length);
        }
        byte[] stored = new byte[size];
        space.read(layout.index().address(place), stored, 0, size);
        return filters.undo(stored, layout.index().mask(place), length, width, space);
    }

    /** The part of a chunk that lies inside the rows, and its place among them. */
    private Box box(long number, byte[] values, long first, int count, byte[] target) {
        int rank = shape.length;
        int[] chunk = layout.chunk();
        int[] lengths = new int[rank];
        int[] sourceSteps = new int[rank];
        int[] targetSteps = new int[rank];
        int source = 0;
        long destination = 0;
        long step = width;
        int sourceStep = width;
        for (int a = rank - 1; a >= 0; a--) {
            long origin = number % (a == 0 ? Long.MAX_VALUE : across(a)) * chunk[a];
            number /= across(a);
            long from = a == 0 ? Math.max(origin, first) : origin;
            long to = Math.min(origin + chunk[a], a == 0 ? first + count : shape[a]);
            lengths[a] = (int) (to - from);
            source += (int) (from - origin) * sourceStep;
            destination += (a == 0 ? from - first : from) * step;
            sourceSteps[a] = sourceStep;
            targetSteps[a] = (int) step; // less than the rows' bytes, which are an array
            sourceStep *= chunk[a];
            step *= shape[a];
        }
        return new Box(values, source, sourceSteps, target, (int) destination, targetSteps, lengths);
    }

    /**
     * A block of values in two arrays.
     *
     * @param source      where it begins in the values
     * @param sourceSteps bytes from one value to the next along each axis
     * @param destination where it begins in the target
     * @param targetSteps bytes from one value to the next along each axis
     * @param lengths     values along each axis
     */
    private record Box(byte[] values, int source, int[] sourceSteps, byte[] target, int destination, int[] targetSteps,
            int[] lengths) {

        /** Copies the rows from one to before another, as far as there are any. */
        void copy(int from, int to, int width) {
            copy(0, from, Math.min(to, lengths[0]), source, destination, width);
        }

        private void copy(int axis, int from, int to, int source, int destination, int width) {
            int last = lengths.length - 1;
            if (axis == last) {
                if (from < to) {
                    System.arraycopy(values, source + from * width, target, destination + from * width,
                            (to - from) * width);
                }
            } else if (axis == last - 1 && lengths[last] * width == 1) {
                scatter(axis, from, to, source, destination);
            } else {
                for (int i = from; i < to; i++) {
                    copy(axis + 1, 0, lengths[axis + 1], source + i * sourceSteps[axis],
                            destination + i * targetSteps[axis], width);
                }
            }
        }

        /** Single bytes, as of images whose channels are in chunks of their own. */
        private void scatter(int axis, int from, int to, int source, int destination) {
            for (int i = from; i < to; i++) {
                target[destination + i * targetSteps[axis]] = values[source + i * sourceSteps[axis]];
            }
        }
    }
}
