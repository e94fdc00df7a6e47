package org.distaff.cli.output;

/** Sentences broken into lines. */
final class Paragraph {

    private Paragraph() {
    }

    /**
     * Breaks a text between words; every line ends with a new line. A word longer than a line stays whole.
     *
     * @param first what the first line begins with
     * @param rest  what all others begin with
     * @param width characters in a line
     */
    static String hanging(String text, String first, String rest, int width) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.append(line).append('\n');
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return lines.append(line).append('\n').toString();
    }
}
