package org.distaff.datasets.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.distaff.core.failure.Problem;

/** UTF-8 text, line by line; strict about the encoding and the length of a line. */
public final class Texts {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final String name;
    private final int longest;
    private final char[] buffer = new char[1 << 13];
    private int from;
    private int to;
    private long line;

    /**
     * @param name    what the stream is, for messages
     * @param longest most characters of a line
     */
    public Texts(InputStream in, String name, int longest) {
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
        this.name = name;
        this.longest = longest;
    }

    /** The next line without its end (LF or CRLF), or {@code null} behind the last one. */
    public String line() throws IOException {
        StringBuilder text = new StringBuilder();
        int next = next();
        if (next < 0) {
            return null;
        }
        line++;
        for (; next >= 0 && next != '\n'; next = next()) {
            if (text.length() >= longest) {
                throw Problem.input(name + ", line " + line + ": the line is longer than " + longest + " characters.");
            }
            text.append((char) next);
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        if (line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text.deleteCharAt(0);
        }
        return text.toString();
    }

    /** Number of the line that was read last, counted from 1. */
    public long number() {
        return line;
    }

    /** A problem with the line that was read last. */
    public Problem wrong(String what) {
        return Problem.input(name + ", line " + line + ": " + what);
    }

    private int next() throws IOException {
        if (from == to) {
            try {
                to = reader.read(buffer);
            } catch (CharacterCodingException e) {
                throw Problem.input(name + " holds bytes after line " + line + " that are no UTF-8 text; save it as "
                        + "UTF-8.", e);
            }
            from = 0;
            if (to < 0) {
                to = 0;
                return -1;
            }
        }
        return buffer[from++];
    }
}
