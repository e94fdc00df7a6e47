package org.distaff.datasets.file.parquet;

import org.distaff.datasets.file.Bytes;

/** Unpacks Snappy's raw format (Google, "Snappy compressed format description", 2011). */
final class Snappy {

    private final Bytes bytes;
    private final byte[] packed;
    private final byte[] target;
    private int at;
    private int to;

    private Snappy(Bytes bytes, byte[] packed, int length) {
        this.bytes = bytes;
        this.packed = packed;
        this.target = new byte[length];
    }

    /**
     * @param bytes  the file, for messages
     * @param length bytes that come out
     */
    static byte[] unpack(Bytes bytes, byte[] packed, int length) {
        Snappy snappy = new Snappy(bytes, packed, length);
        snappy.run();
        return snappy.target;
    }

    private void run() {
        long announced = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int next = next();
            announced |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                break;
            }
        }
        if (announced != target.length) {
            throw bytes.damaged("a page of " + announced + " bytes where " + target.length + " were announced");
        }
        while (at < packed.length) {
            int tag = next();
            switch (tag & 3) {
                case 0 -> literal(tag >> 2);
                case 1 -> copy((tag >> 2 & 7) + 4, (tag >> 5) << 8 | next());
                case 2 -> copy((tag >> 2) + 1, number(2));
                default -> copy((tag >> 2) + 1, number(4));
            }
        }
        if (to < target.length) {
            throw bytes.damaged("a page that unpacks to " + to + " bytes instead of " + target.length);
        }
    }

    private int next() {
        if (at == packed.length) {
            throw bytes.cutShort();
        }
        return packed[at++] & 0xFF;
    }

    private int number(int width) {
        int number = 0;
        for (int i = 0; i < width; i++) {
            number |= next() << 8 * i;
        }
        return number;
    }

    private void literal(int code) {
        int length = (code < 60 ? code : number(code - 59)) + 1;
        if (length < 1 || length > packed.length - at || length > target.length - to) {
            throw bytes.damaged("a packed page with " + Integer.toUnsignedLong(length) + " bytes that are not there");
        }
        System.arraycopy(packed, at, target, to, length);
        at += length;
        to += length;
    }

    /** Copies what came out before; overlapping copies repeat it. */
    private void copy(int length, int back) {
        if (back < 1 || back > to || length > target.length - to) {
            throw bytes.damaged("a packed page that repeats bytes that are not there");
        }
        for (int i = 0; i < length; i++, to++) {
            target[to] = target[to - back];
        }
    }
}
