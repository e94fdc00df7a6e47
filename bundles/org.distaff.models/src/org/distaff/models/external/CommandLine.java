package org.distaff.models.external;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.failure.Problem;

/** Splits a command at spaces, double quotes keeping what is between them together. No shell is involved. */
final class CommandLine {

    private CommandLine() {
    }

    /** @throws Problem (input) when the text is blank or a quote is not closed */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        if (quoted || words.isEmpty()) {
            throw Problem.input("'external': command '" + text + "' "
                    + (quoted ? "has a double quote that is not closed." : "is empty; say what to run."));
        }
        return words;
    }
}
