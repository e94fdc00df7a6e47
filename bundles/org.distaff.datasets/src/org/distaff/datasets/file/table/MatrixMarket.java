package org.distaff.datasets.file.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.BoundedStream;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.Texts;

/**
 * Counts in MatrixMarket's coordinate format (Boisvert, Pozo, Remington, NISTIR 5935, 1996), plain or gzipped, as 10x
 * Genomics and scipy.io.mmwrite write it: general matrices of integers, reals or patterns.
 */
public final class MatrixMarket {

    private static final int MAXIMUM_LINE = 4096;
    /** Most observations: one row start each. */
    private static final int MAXIMUM_OBSERVATIONS = 10_000_000;
    /** A line of the shortest entry, "1 1 1", deflates to no less than a thousandth. */
    private static final long MAXIMUM_RATIO = 1100;

    private MatrixMarket() {
    }

    /**
     * Reads a matrix.
     *
     * @param columns whether an observation is a column (10x: genes × cells) or a row (AnnData: cells × genes)
     * @throws Problem (input) that names the line
     */
    public static CountMatrix read(Bytes bytes, boolean columns) throws IOException {
        byte[] magic = bytes.range(0, (int) Math.min(2, bytes.size()));
        boolean gzip = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
        try (InputStream raw = bytes.stream(0, bytes.size());
                InputStream in = gzip ? new BoundedStream(new GZIPInputStream(raw, 1 << 16), bytes.size(),
                        bytes.name()) : raw) {
            return read(new Texts(in, bytes.name(), MAXIMUM_LINE), columns,
                    bytes.size() * (gzip ? MAXIMUM_RATIO : 1));
        } catch (ZipException | java.io.EOFException e) {
            throw Problem.input(bytes.name() + " does not unpack or is cut short; copy or download it again.",
                    e);
        }
    }

    private static CountMatrix read(Texts texts, boolean columns, long room) throws IOException {
        String first = texts.line();
        String banner = first == null ? "" : first.toLowerCase(Locale.ROOT);
        if (!banner.matches("%%matrixmarket\\s+matrix\\s+coordinate\\s+(integer|real|pattern)\\s+general\\s*")) {
            throw texts.wrong("it must begin with '%%MatrixMarket matrix coordinate integer general' (or real, or "
                    + "pattern), not '" + banner.substring(0, Math.min(80, banner.length())) + "'.");
        }
        boolean pattern = banner.contains("pattern");
        String line = texts.line();
        while (line != null && (line.startsWith("%") || line.isBlank())) {
            line = texts.line();
        }
        StringTokenizer sizes = new StringTokenizer(line == null ? "" : line);
        int rows = integer(sizes, texts, Integer.MAX_VALUE);
        int across = integer(sizes, texts, Integer.MAX_VALUE);
        int entries = integer(sizes, texts, CountMatrix.MAXIMUM);
        int observations = columns ? across : rows;
        int variables = columns ? rows : across;
        if (observations > MAXIMUM_OBSERVATIONS || variables > CountMatrix.MAXIMUM_VARIABLES || observations > room) {
            throw texts.wrong("it has " + observations + " observations of " + variables + " variables; at most "
                    + MAXIMUM_OBSERVATIONS + " of " + CountMatrix.MAXIMUM_VARIABLES + " are read.");
        }
        CountMatrix.Builder builder = new CountMatrix.Builder();
        for (int i = 0; i < entries; i++) {
            line = texts.line();
            if (line == null) {
                throw texts.wrong("it ends after " + i + " of " + entries + " entries.");
            }
            StringTokenizer words = new StringTokenizer(line);
            int row = integer(words, texts, rows);
            int column = integer(words, texts, across);
            float value = pattern ? 1 : value(words, texts);
            if (row < 1 || column < 1 || words.hasMoreTokens()) {
                throw texts.wrong("'" + line.strip() + "' is no entry; row and column count from 1.");
            }
            builder.add((columns ? column : row) - 1, (columns ? row : column) - 1, value);
        }
        return builder.build(observations, variables);
    }

    private static int integer(StringTokenizer words, Texts texts, int most) {
        String word = words.hasMoreTokens() ? words.nextToken() : "";
        if (word.isEmpty() || word.length() > 10 || !word.chars().allMatch(c -> c >= '0' && c <= '9')
                || Long.parseLong(word) > most) {
            throw texts.wrong("an integer from 0 to " + most + " is expected instead of '" + word + "'.");
        }
        return Integer.parseInt(word);
    }

    private static float value(StringTokenizer words, Texts texts) {
        String word = words.hasMoreTokens() ? words.nextToken() : "";
        try {
            float value = Float.parseFloat(word);
            if (value >= 0 && value < Float.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw texts.wrong("'" + word + "' is no number.");
        }
        throw texts.wrong("counts are finite and not negative, not '" + word + "'.");
    }

    /** For tests with damaged bytes. */
    public static void fuzz(byte[] data) throws IOException {
        read(new MemoryBytes("fuzz", data), true);
    }
}
