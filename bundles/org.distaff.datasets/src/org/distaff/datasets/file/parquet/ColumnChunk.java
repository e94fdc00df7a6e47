package org.distaff.datasets.file.parquet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/** Reads the pages of a column in a row group (Apache Parquet, "File format", versions 1 and 2 of data pages). */
final class ColumnChunk {

    private static final int DATA = 0;
    private static final int DICTIONARY = 2;
    private static final int DATA_2 = 3;
    private static final int MAXIMUM_HEADER = 1 << 16;
    private static final int MAXIMUM_PAGE = 1 << 26;
    private static final List<String> CODECS =
            List.of("none", "Snappy", "gzip", "LZO", "Brotli", "LZ4", "Zstandard", "LZ4");

    private final Bytes bytes;
    private final ParquetColumn column;
    private final Thrift.Struct metadata;
    private final Budget budget;
    private final String[] texts;
    private final int end;
    private int next;
    private String[] dictionary = new String[0];

    /**
     * @param texts  receives one text per row
     * @param from   where in it the row group begins
     * @param to     where it ends
     * @param budget bytes that may still be unpacked
     */
    ColumnChunk(Bytes bytes, ParquetColumn column, Thrift.Struct metadata, String[] texts, int from, int to,
            Budget budget) {
        this.bytes = bytes;
        this.column = column;
        this.metadata = metadata;
        this.budget = budget;
        this.texts = texts;
        this.next = from;
        this.end = to;
    }

    void read() throws IOException {
        long offset = metadata.number(9);
        long dictionaryOffset = metadata.number(11, 0);
        if (dictionaryOffset > 0 && dictionaryOffset < offset) {
            offset = dictionaryOffset;
        }
        if (metadata.number(5) != end - next) {
            throw bytes.damaged("column '" + column.name() + "' has " + metadata.number(5) + " values for " + (end - next)
                    + " rows");
        }
        while (next < end) {
            if (offset < 4 || offset >= bytes.size()) {
                throw bytes.damaged("a page outside the file");
            }
            Thrift thrift = new Thrift(bytes, bytes.range(offset, (int) Math.min(MAXIMUM_HEADER, bytes.size() - offset)));
            Thrift.Struct header = thrift.struct();
            long packed = header.number(3);
            long unpacked = header.number(2);
            if (packed < 0 || packed > MAXIMUM_PAGE || unpacked < 0 || unpacked > MAXIMUM_PAGE) {
                throw bytes.damaged("a page of " + Math.max(packed, unpacked) + " bytes, more than " + MAXIMUM_PAGE);
            }
            budget.spend(unpacked + thrift.position());
            page(header, bytes.range(offset + thrift.position(), (int) packed), (int) unpacked);
            offset += thrift.position() + packed;
        }
    }

    private void page(Thrift.Struct header, byte[] packed, int unpacked) throws IOException {
        switch ((int) header.number(1)) {
            case DICTIONARY -> dictionary = new PageBytes(bytes, unpack(packed, unpacked))
                    .plain(values(header.struct(7).number(1)), column);
            case DATA -> first(header.struct(5), new PageBytes(bytes, unpack(packed, unpacked)));
            case DATA_2 -> second(header.struct(8), packed, unpacked);
            default -> { } // pages of an index
        }
    }

    /** As many values as a page announces; there are no more than rows left, or values of a dictionary. */
    private int values(long announced) {
        if (announced < 0 || announced > end - next) {
            throw bytes.damaged("column '" + column.name() + "' has a page of " + announced + " values where " + (end - next)
                    + " rows are left");
        }
        return (int) announced;
    }

    private void first(Thrift.Struct header, PageBytes page) {
        int number = values(header.number(1));
        int[] levels = null;
        if (column.optional()) {
            if (header.number(3) != 3) {
                throw Problem.input(bytes.name() + ": column '" + column.name()
                        + "' has levels in a way that is not read; write it with a newer library.");
            }
            levels = page.part(page.i32()).hybrid(number, 1);
        }
        fill(number, levels, page, header.number(2));
    }

    /** Levels stand in front of the packed values. */
    private void second(Thrift.Struct header, byte[] packed, int unpacked) throws IOException {
        int number = values(header.number(1));
        PageBytes all = new PageBytes(bytes, packed);
        all.part(header.number(6));
        int[] levels = column.optional() ? all.part(header.number(5)).hybrid(number, 1) : null;
        long before = header.number(5) + header.number(6);
        if (before > unpacked) {
            throw bytes.damaged("a page whose levels are longer than the page");
        }
        byte[] values = Arrays.copyOfRange(packed, (int) before, packed.length);
        boolean plain = header.number(7, 1) == 0;
        fill(number, levels, new PageBytes(bytes, plain ? values : unpack(values, unpacked - (int) before)),
                header.number(4));
    }

    private void fill(int number, int[] levels, PageBytes page, long encoding) {
        int present = levels == null ? number : (int) Arrays.stream(levels).filter(level -> level == 1).count();
        IntFunction<String> values = values(present, page, encoding);
        int value = 0;
        for (int i = 0; i < number; i++) {
            texts[next++] = levels == null || levels[i] == 1 ? values.apply(value++) : ParquetColumn.MISSING;
        }
    }

    /** The values that are present, by their place. */
    private IntFunction<String> values(int present, PageBytes page, long encoding) {
        if (encoding == 0) {
            String[] plain = page.plain(present, column);
            return i -> plain[i];
        }
        if (encoding == 3 && column.type() == ParquetColumn.Type.BOOLEAN) {
            int[] flags = page.part(page.i32()).hybrid(present, 1);
            return i -> String.valueOf(flags[i] == 1);
        }
        if (encoding != 2 && encoding != 8) {
            throw Problem.input(bytes.name() + ": column '" + column.name() + "' has the encoding " + encoding + ", which "
                    + "is not read; write it plain or with a dictionary (pandas and pyarrow do so by default).");
        }
        int[] places = present == 0 ? new int[0] : page.hybrid(present, page.u8());
        for (int place : places) {
            if (place < 0 || place >= dictionary.length) {
                throw bytes.damaged("value " + place + " of a dictionary of " + dictionary.length);
            }
        }
        return i -> dictionary[places[i]];
    }

    private byte[] unpack(byte[] packed, int length) throws IOException {
        int codec = (int) metadata.number(4);
        switch (codec) {
            case 0 -> {
                return packed;
            }
            case 1 -> {
                return Snappy.unpack(bytes, packed, length);
            }
            case 2 -> {
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    byte[] unpacked = in.readNBytes(length);
                    if (unpacked.length < length) {
                        throw bytes.cutShort();
                    }
                    return unpacked;
                } catch (ZipException | EOFException e) {
                    throw Problem.input(bytes.name() + " does not unpack; copy or download it again.", e);
                }
            }
            default -> throw Problem.input(bytes.name() + ": column '" + column.name() + "' is compressed with "
                    + (codec < CODECS.size() && codec > 0 ? CODECS.get(codec) : "codec " + codec)
                    + ", which is not read; write it with compression='snappy' or 'gzip'.");
        }
    }
}
