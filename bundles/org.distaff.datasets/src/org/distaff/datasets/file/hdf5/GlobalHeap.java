package org.distaff.datasets.file.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Texts of variable length, in collections of a few kilobytes each; the last collection is kept. */
final class GlobalHeap {

    private final Hdf5Space space;
    private final Map<Long, byte[]> objects = new HashMap<>();
    private long loaded = -1;

    GlobalHeap(Hdf5Space space) {
        this.space = space;
    }

    String text(long address, long index, long length) {
        if (address != loaded) {
            load(address);
        }
        byte[] object = objects.get(index);
        if (object == null || length > object.length) {
            throw space.damaged("a text that is not where it should be");
        }
        return new String(object, 0, (int) length, StandardCharsets.UTF_8);
    }

    private void load(long address) {
        objects.clear();
        Block head = space.block(address, 8 + space.lengthBytes());
        head.signature("GCOL");
        long size = head.skip(4).length();
        Block block = space.block(address + head.position(), size - head.position());
        while (block.remaining() >= 8 + space.lengthBytes()) {
            long index = block.u16();
            block.skip(6);
            long length = block.length();
            if (index == 0) { // the free space at the end
                break;
            }
            if (length < 0 || length > block.remaining()) {
                throw space.damaged("a text of " + length + " bytes");
            }
            objects.put(index, block.bytes((int) length));
            block.skip((int) Math.min(block.remaining(), (8 - length % 8) % 8));
        }
        loaded = address;
    }
}
