package org.distaff.datasets.file.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/** The unpacked bytes of a page, read from front to back (Apache Parquet, "Encodings"). */
final class PageBytes {

    private final Bytes bytes;
    private final byte[] data;
    private final ByteBuffer buffer;

    /** @param bytes the file, for messages */
    PageBytes(Bytes bytes, byte[] data) {
        this.bytes = bytes;
        this.data = data;
        this.buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next {@code length} bytes as a page of their own. */
    PageBytes part(long length) {
        need(length);
        int from = buffer.position();
        buffer.position(from + (int) length);
        return new PageBytes(bytes, Arrays.copyOfRange(data, from, from + (int) length));
    }

    private void need(long length) {
        if (length < 0 || length > buffer.remaining()) {
            throw bytes.damaged("a page with " + length + " bytes that are not there");
        }
    }

    int u8() {
        need(1);
        return buffer.get() & 0xFF;
    }

    int i32() {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    /**
     * Plain values as texts.
     *
     * @param count at most as many as are wanted
     */
    String[] plain(int count, ParquetColumn column) {
        String[] texts = new String[room(count, column.leastBits())];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = switch (column.type()) {
                case BOOLEAN -> {
                    need(i % 8 == 0 ? 1 : 0);
                    int octet = i % 8 == 0 ? buffer.get() : buffer.get(buffer.position() - 1);
                    yield String.valueOf((octet >> i % 8 & 1) == 1);
                }
                case INT32 -> column.text(i32());
                case INT64 -> {
                    need(Long.BYTES);
                    yield column.text(buffer.getLong());
                }
                case FLOAT -> {
                    need(Float.BYTES);
                    yield ParquetColumn.text(buffer.getFloat());
                }
                case DOUBLE -> {
                    need(Double.BYTES);
                    yield ParquetColumn.text(buffer.getDouble());
                }
                case BYTE_ARRAY -> text(i32());
            };
        }
        return texts;
    }

    /** As many values as were announced, unless they cannot be there. */
    private int room(int count, int bits) {
        if ((long) count * bits > 8L * buffer.remaining() + 7) {
            throw bytes.damaged("a page with room for fewer than its " + count + " values");
        }
        return count;
    }

    private String text(int length) {
        need(length);
        ByteBuffer text = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            throw Problem.input(bytes.name() + " holds bytes that are no UTF-8 text; save texts as strings.", e);
        }
    }

    /**
     * Small numbers as runs of one value and groups of eight packed ones.
     *
     * @param width bits of each, 0 to 32
     */
    int[] hybrid(int count, int width) {
        if (width > Integer.SIZE) {
            throw bytes.damaged("numbers of " + width + " bits in a page");
        }
        int[] numbers = new int[count];
        for (int n = 0; n < count;) {
            long head = varint();
            int length = (int) Math.min(count - n, head % 2 == 0 ? head >> 1 : (head >> 1) * 8);
            if (length == 0) {
                throw bytes.damaged("an empty run in a page");
            }
            if (head % 2 == 0) {
                int value = 0;
                for (int i = 0; i < (width + 7) / 8; i++) {
                    value |= u8() << 8 * i;
                }
                Arrays.fill(numbers, n, n + length, value);
            } else {
                long octets = Math.min((head >> 1) * width, buffer.remaining()); // the last group may be cut off
                unpack(part(octets).data, width, numbers, n, length);
            }
            n += length;
        }
        return numbers;
    }

    private void unpack(byte[] packed, int width, int[] numbers, int from, int length) {
        if ((long) length * width > 8L * packed.length) {
            throw bytes.damaged("a page with fewer packed numbers than it announces");
        }
        for (int i = 0; i < length; i++) {
            int value = 0;
            for (int b = 0; b < width; b++) {
                long bit = (long) i * width + b;
                value |= (packed[(int) (bit / 8)] >> bit % 8 & 1) << b;
            }
            numbers[from + i] = value;
        }
    }

    private long varint() {
        long number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = u8();
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw bytes.damaged("a run of more than 2³⁵ numbers in a page");
    }
}
