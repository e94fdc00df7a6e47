package org.distaff.datasets.file;

/**
 * Bytes in memory.
 *
 * @param name  what they are, for messages
 * @param array the bytes; do not change them
 */
public record MemoryBytes(String name, byte[] array) implements Bytes {

    @Override
    public long size() {
        return array.length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        if (position < 0 || length < 0 || position > array.length - length) {
            throw cutShort();
        }
        System.arraycopy(array, (int) position, target, offset, length);
    }
}
