package org.distaff.datasets.file.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/**
 * Structures in Thrift's compact protocol (Apache Thrift, "Thrift Compact protocol encoding"), which Parquet's footer and
 * page headers are written in. Reads any structure without knowing its definition.
 */
final class Thrift {

    private static final int MAXIMUM_DEPTH = 32;
    /** Most values of one structure, with all that is in it. */
    private static final int MAXIMUM_VALUES = 2_000_000;

    private final Bytes bytes;
    private final byte[] data;
    private int at;
    private int values;

    /** @param bytes the file, for messages */
    Thrift(Bytes bytes, byte[] data) {
        this.bytes = bytes;
        this.data = data;
    }

    /** Bytes that were read so far. */
    int position() {
        return at;
    }

    /** A structure's values by their field numbers. */
    record Struct(Bytes bytes, Map<Integer, Object> fields) {

        boolean has(int field) {
            return fields.containsKey(field);
        }

        /** An integer, enumeration or flag (0 or 1). */
        long number(int field) {
            if (fields.get(field) instanceof Long number) {
                return number;
            }
            throw missing(field);
        }

        long number(int field, long otherwise) {
            return has(field) ? number(field) : otherwise;
        }

        Struct struct(int field) {
            if (fields.get(field) instanceof Struct struct) {
                return struct;
            }
            throw missing(field);
        }

        String text(int field) {
            if (fields.get(field) instanceof byte[] text) {
                return new String(text, StandardCharsets.UTF_8);
            }
            throw missing(field);
        }

        List<Struct> structs(int field) {
            return list(field).stream().map(value -> {
                if (value instanceof Struct struct) {
                    return struct;
                }
                throw missing(field);
            }).toList();
        }

        List<String> texts(int field) {
            return list(field).stream().map(value -> {
                if (value instanceof byte[] text) {
                    return new String(text, StandardCharsets.UTF_8);
                }
                throw missing(field);
            }).toList();
        }

        private List<?> list(int field) {
            if (fields.get(field) instanceof List<?> list) {
                return list;
            }
            throw missing(field);
        }

        private Problem missing(int field) {
            return bytes.damaged("field " + field + " of a header is missing or of another type");
        }
    }

    Struct struct() {
        return struct(0);
    }

    private Struct struct(int depth) {
        if (depth > MAXIMUM_DEPTH) {
            throw bytes.damaged("a header nested too deep");
        }
        Map<Integer, Object> fields = new HashMap<>();
        int number = 0;
        for (int head = u8(); head != 0; head = u8()) {
            int delta = head >> 4;
            number = delta > 0 ? number + delta : (int) zigzag();
            int type = head & 0xF;
            fields.put(number, type == 1 || type == 2 ? (Object) (2L - type) : value(type, depth));
        }
        return new Struct(bytes, fields);
    }

    private Object value(int type, int depth) {
        if (++values > MAXIMUM_VALUES) {
            throw bytes.damaged("a header of more than " + MAXIMUM_VALUES + " values");
        }
        return switch (type) {
            case 1, 2 -> (long) (u8() == 1 ? 1 : 0); // within lists a flag is a byte
            case 3 -> (long) (byte) u8();
            case 4, 5, 6 -> zigzag();
            case 7 -> {
                take(Double.BYTES);
                yield 0.0; // no field that is needed is a floating-point number
            }
            case 8 -> take(varint());
            case 9, 10 -> list(depth);
            case 12 -> struct(depth + 1);
            default -> throw bytes.damaged("a value of type " + type + " in a header");
        };
    }

    private List<Object> list(int depth) {
        int head = u8();
        long size = head >> 4;
        if (size == 15) {
            size = varint();
        }
        if (size < 0 || size > data.length - at) { // every element takes a byte
            throw bytes.damaged("a list of " + size + " elements in a header");
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(head & 0xF, depth + 1));
        }
        return list;
    }

    private int u8() {
        if (at == data.length) {
            throw bytes.damaged("a header that does not end");
        }
        return data[at++] & 0xFF;
    }

    private byte[] take(long length) {
        if (length < 0 || length > data.length - at) {
            throw bytes.damaged("a text of " + length + " bytes in a header");
        }
        at += (int) length;
        return Arrays.copyOfRange(data, at - (int) length, at);
    }

    private long zigzag() {
        long number = varint();
        return number >>> 1 ^ -(number & 1);
    }

    private long varint() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw bytes.damaged("a number of more than 64 bits in a header");
    }
}
