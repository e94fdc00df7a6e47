package org.distaff.datasets.file.hdf5;

import java.util.concurrent.atomic.AtomicLong;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/**
 * The address space of an HDF5 file, with a budget for bookkeeping: a file whose structures refer to each other in
 * circles, or again and again to one block, spends it and is refused. Thread-safe.
 */
final class Hdf5Space {

    /** Bookkeeping of the largest file in use (half a million chunks) takes 40 MiB. */
    private static final long BUDGET = 1L << 27;
    /** What a block costs besides its bytes, so that many small ones count. */
    private static final long BLOCK = 256;

    private final Bytes bytes;
    private final long base;
    private final int addressBytes;
    private final int lengthBytes;
    private final AtomicLong budget;

    Hdf5Space(Bytes bytes, long base, int addressBytes, int lengthBytes) {
        this.bytes = bytes;
        this.base = base;
        this.addressBytes = addressBytes;
        this.lengthBytes = lengthBytes;
        // no honest file reads its own bookkeeping more than a few times
        this.budget = new AtomicLong(Math.min(BUDGET, (1 << 20) + 16 * bytes.size()));
    }

    int addressBytes() {
        return addressBytes;
    }

    int lengthBytes() {
        return lengthBytes;
    }

    long size() {
        return bytes.size();
    }

    /** Where an address is in the file. */
    long position(long address) {
        return base + address;
    }

    /** A block of bookkeeping. */
    Block block(long address, long length) {
        if (address < 0 || length < 0 || length > bytes.size()) {
            throw damaged("a block of " + length + " bytes at " + address);
        }
        if (budget.addAndGet(-BLOCK - length) < 0) {
            throw damaged("its structures refer to each other in circles");
        }
        return new Block(bytes.range(base + address, (int) Math.min(length, Integer.MAX_VALUE - 8)), this);
    }

    /** At most that many bytes from an address on. */
    Block upTo(long address, int length) {
        return block(address, Math.max(0, Math.min(length, bytes.size() - base - address)));
    }

    /** Values. */
    void read(long address, byte[] target, int offset, int length) {
        bytes.read(base + address, target, offset, length);
    }

    /** Whether a range of values is inside the file. */
    void requireInside(long address, long length) {
        if (address < 0 || length < 0 || address > bytes.size() - base - length) {
            throw bytes.cutShort();
        }
    }

    Problem damaged(String what) {
        return bytes.damaged(what);
    }

    Problem unsupported(String what) {
        return Problem.input(bytes.name() + " uses " + what + ", which is not read here; rewrite it with 'h5repack' "
                + "(-l for its layout, -f GZIP=4 for its compression) or with h5py's defaults.");
    }

    String name() {
        return bytes.name();
    }
}
