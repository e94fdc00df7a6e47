package org.distaff.datasets.file.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/**
 * The directory of a ZIP archive (PKWARE APPNOTE 6.3, with ZIP64): where each file stands, so that one that is not
 * compressed can be read in place. java.util.zip does not tell. At most 10,000 files and a directory of 16 MiB; no
 * absolute or climbing names, no encryption, no second disk; overlapping files are refused.
 */
final class ZipDirectory {

    private static final int MAXIMUM_ENTRIES = 10_000;
    private static final int MAXIMUM_DIRECTORY = 1 << 24;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES = 0xFFFF;
    private static final long LARGE = 0xFFFFFFFFL;

    private final Bytes bytes;

    private ZipDirectory(Bytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the directory.
     *
     * @throws Problem (input) when it is no archive or breaks a limit
     */
    static List<ZipEntryPlace> read(Bytes bytes) {
        return new ZipDirectory(bytes).entries();
    }

    private List<ZipEntryPlace> entries() {
        int tail = (int) Math.min(bytes.size(), END_BYTES + COMMENT_BYTES);
        long tailStart = bytes.size() - tail;
        ByteBuffer end = buffer(tailStart, tail);
        int at = tail - END_BYTES;
        while (at >= 0 && (end.getInt(at) != END || at + END_BYTES + u16(end, at + 20) != tail)) {
            at--;
        }
        if (at < 0) {
            throw Problem.input(bytes.name() + " is no .npz archive, or is cut short; copy or export it again.");
        }
        long count = u16(end, at + 10);
        long length = u32(end, at + 12);
        long start = u32(end, at + 16);
        if (count == 0xFFFF || length == LARGE || start == LARGE) {
            ByteBuffer locator = buffer(tailStart + at - 20, 20);
            ByteBuffer large = buffer(locator.getInt(0) == LOCATOR64 ? locator.getLong(8) : -1, 56);
            if (large.getInt(0) != END64) {
                throw bytes.damaged("its ZIP64 directory is missing");
            }
            count = large.getLong(32);
            length = large.getLong(40);
            start = large.getLong(48);
        }
        if (count < 0 || count > MAXIMUM_ENTRIES || length < 0 || length > MAXIMUM_DIRECTORY) {
            throw Problem.input(bytes.name() + " has " + Long.toUnsignedString(count) + " entries; at most "
                    + MAXIMUM_ENTRIES + " are read.");
        }
        return entries(buffer(start, (int) length), (int) count, start);
    }

    private List<ZipEntryPlace> entries(ByteBuffer directory, int count, long end) {
        List<ZipEntryPlace> entries = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at > directory.limit() - 46 || directory.getInt(at) != CENTRAL) {
                throw bytes.damaged("its directory ends after " + i + " of " + count + " entries");
            }
            int name = u16(directory, at + 28);
            int extra = u16(directory, at + 30);
            int next = at + 46 + name + extra + u16(directory, at + 32);
            if (next > directory.limit()) {
                throw bytes.damaged("its directory ends within an entry");
            }
            entries.add(entry(directory, at, name, extra, end));
            at = next;
        }
        entries.sort((a, b) -> Long.compare(a.start(), b.start()));
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i - 1).start() + entries.get(i - 1).packed() > entries.get(i).start()) {
                throw bytes.damaged("its entries overlap");
            }
        }
        return entries;
    }

    private ZipEntryPlace entry(ByteBuffer directory, int at, int nameLength, int extraLength, long end) {
        String name = new String(directory.array(), at + 46, nameLength, StandardCharsets.UTF_8);
        int flags = u16(directory, at + 8);
        int method = u16(directory, at + 10);
        long packed = u32(directory, at + 20);
        long size = u32(directory, at + 24);
        long header = u32(directory, at + 42);
        int extra = at + 46 + nameLength;
        for (int e = extra; e <= extra + extraLength - 4; e += 4 + u16(directory, e + 2)) {
            if (u16(directory, e) == 1) { // ZIP64: those of the three that did not fit, in this order
                int value = e + 4;
                int last = Math.min(extra + extraLength, value + u16(directory, e + 2)) - Long.BYTES;
                if (size == LARGE && value <= last) {
                    size = directory.getLong(value);
                    value += Long.BYTES;
                }
                if (packed == LARGE && value <= last) {
                    packed = directory.getLong(value);
                    value += Long.BYTES;
                }
                if (header == LARGE && value <= last) {
                    header = directory.getLong(value);
                }
            }
        }
        if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
            throw bytes.damaged("entry '" + name + "' points out of the archive");
        }
        if ((flags & 1) != 0 || method != 0 && method != 8) {
            throw Problem.input(bytes.name() + ": entry '" + name + "' is encrypted or compressed by an unknown method; "
                    + "save it with numpy.savez or numpy.savez_compressed.");
        }
        ByteBuffer local = buffer(header, 30);
        if (local.getInt(0) != LOCAL) {
            throw bytes.damaged("entry '" + name + "' is not where its directory says");
        }
        long start = header + 30 + u16(local, 26) + u16(local, 28);
        if (packed < 0 || size < 0 || start > end || packed > end - start || method == 0 && packed != size) {
            throw bytes.damaged("entry '" + name + "' reaches beyond the archive");
        }
        return new ZipEntryPlace(name, method == 8, start, packed, size);
    }

    private ByteBuffer buffer(long position, int length) {
        return ByteBuffer.wrap(bytes.range(position, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int u16(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static long u32(ByteBuffer buffer, int at) {
        return Integer.toUnsignedLong(buffer.getInt(at));
    }
}
