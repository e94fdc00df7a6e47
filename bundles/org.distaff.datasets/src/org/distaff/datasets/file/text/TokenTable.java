package org.distaff.datasets.file.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Stream;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.ObservationTable;
import org.distaff.datasets.file.Texts;

/**
 * The lines of a text as token ids. 0 pads, 1 stands for a word that is not in the vocabulary, 2 ends a line; words have
 * ids from 3, the most frequent first, and among equally frequent ones in alphabetical order. Words are separated by
 * blanks and kept as they are. A line that is too long is cut.
 *
 * @param vocabulary words in the order of their ids, from id 3 on
 * @param length     tokens of an observation L
 * @param tokens     {@code N × L} ids
 */
public record TokenTable(List<String> vocabulary, int length, int[] tokens) implements ObservationTable {

    /** Id of a word that is not in the vocabulary. */
    public static final int UNKNOWN = 1;
    /** Id behind the last word of a line. */
    public static final int END = 2;
    /** Id of the most frequent word. */
    public static final int FIRST_WORD = 3;

    /** What the ids before the first word are shown as. */
    private static final String[] SPECIAL = {"<pad>", "<unk>", "</s>"};
    private static final int MAXIMUM_LINE = 1 << 16;
    private static final int MAXIMUM_WORD = 256;
    private static final int MAXIMUM_WORDS = 500_000;
    private static final int MAXIMUM_TOKENS = 1 << 27;
    private static final long MAXIMUM_BYTES = 1L << 30;

    /**
     * Reads a UTF-8 text; empty lines are passed over.
     *
     * @param length     tokens of an observation, the end included
     * @param vocabulary most words that get an id
     * @throws Problem (input) when it is no UTF-8 or breaks a limit
     */
    public static TokenTable read(Bytes bytes, int length, int vocabulary) throws IOException {
        if (bytes.size() > MAXIMUM_BYTES) {
            throw Problem.input(bytes.name() + " has " + bytes.size() + " bytes; texts of at most " + MAXIMUM_BYTES
                    + " are read.");
        }
        Map<String, Integer> frequencies = new HashMap<>();
        List<int[]> lines = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        try (InputStream in = bytes.stream(0, bytes.size())) {
            Texts texts = new Texts(in, bytes.name(), MAXIMUM_LINE);
            for (String line = texts.line(); line != null; line = texts.line()) {
                StringTokenizer split = new StringTokenizer(line);
                int[] numbers = new int[Math.min(split.countTokens(), length - 1)];
                for (int i = 0; split.hasMoreTokens(); i++) {
                    String word = split.nextToken();
                    Integer number = frequencies.get(word);
                    if (number == null) {
                        number = words.size();
                        if (word.length() > MAXIMUM_WORD || number == MAXIMUM_WORDS) {
                            throw texts.wrong("words have at most " + MAXIMUM_WORD + " characters, and there are at most "
                                    + MAXIMUM_WORDS + " different ones; separate the words by blanks.");
                        }
                        frequencies.put(word, number);
                        words.add(word);
                        counts.add(0);
                    }
                    counts.set(number, counts.get(number) + 1);
                    if (i < numbers.length) {
                        numbers[i] = number;
                    }
                }
                if (numbers.length > 0) {
                    lines.add(numbers);
                }
                if ((long) lines.size() * length > MAXIMUM_TOKENS) {
                    throw texts.wrong("at most " + MAXIMUM_TOKENS / length + " lines of " + length + " tokens are read.");
                }
            }
        }
        return of(lines, words, counts, length, vocabulary, bytes);
    }

    private static TokenTable of(List<int[]> lines, List<String> words, List<Integer> counts, int length, int vocabulary,
            Bytes bytes) {
        if (lines.isEmpty()) {
            throw Problem.input(bytes.name() + " holds no text.");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> -counts.get(i)).thenComparing(words::get));
        int[] ids = new int[words.size()];
        List<String> kept = new ArrayList<>();
        for (int rank = 0; rank < order.size(); rank++) {
            ids[order.get(rank)] = rank < vocabulary ? FIRST_WORD + rank : UNKNOWN;
            if (rank < vocabulary) {
                kept.add(words.get(order.get(rank)));
            }
        }
        int[] tokens = new int[lines.size() * length];
        for (int n = 0; n < lines.size(); n++) {
            int[] line = lines.get(n);
            for (int i = 0; i < line.length; i++) {
                tokens[n * length + i] = ids[line[i]];
            }
            tokens[n * length + line.length] = END;
        }
        return new TokenTable(List.copyOf(kept), length, tokens);
    }

    @Override
    public List<String> words() {
        return Stream.concat(Stream.of(SPECIAL), vocabulary.stream()).toList();
    }

    @Override
    public long count() {
        return tokens.length / length;
    }

    @Override
    public ObservationShape shape() {
        return new ObservationShape(1, 1, length);
    }

    @Override
    public void write(long index, FloatBuffer target) {
        for (int i = 0; i < length; i++) {
            target.put(tokens[(int) index * length + i]);
        }
    }

    /** For tests with damaged bytes. */
    public static void fuzz(byte[] data) throws IOException {
        read(new MemoryBytes("fuzz", data), 16, 100);
    }
}
