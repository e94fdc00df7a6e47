package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Nearest;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.file.Texts;

/**
 * CelebA's list of attributes: a line with the number of images, a line of names, and a line per image with −1 or 1 for
 * each attribute.
 *
 * @param names  names of the attributes, A
 * @param values {@code N × A} values, 0 or 1
 */
record FaceAttributes(List<String> names, byte[] values) {

    private static final int MAXIMUM_LINE = 4096;
    private static final int MAXIMUM_ATTRIBUTES = 60;
    private static final int MAXIMUM_IMAGES = 1_000_000;

    static FaceAttributes read(Bytes bytes) throws IOException {
        try (InputStream in = bytes.stream(0, bytes.size())) {
            Texts texts = new Texts(in, bytes.name(), MAXIMUM_LINE);
            String count = texts.line();
            String header = texts.line();
            if (count == null || !count.strip().matches("[1-9][0-9]{0,6}") || header == null) {
                throw Problem.input(bytes.name() + " is no list of attributes; it must begin with the number of images "
                        + "and the names of the attributes.");
            }
            int images = Integer.parseInt(count.strip());
            List<String> names = List.of(header.strip().split("\\s+"));
            if (images > MAXIMUM_IMAGES || names.size() > MAXIMUM_ATTRIBUTES || images > bytes.size()) {
                throw texts.wrong("there are " + images + " images with " + names.size() + " attributes; at most "
                        + MAXIMUM_IMAGES + " and " + MAXIMUM_ATTRIBUTES + " are read.");
            }
            byte[] values = new byte[images * names.size()];
            for (int n = 0; n < images; n++) {
                line(texts, n, names.size(), values);
            }
            return new FaceAttributes(names, values);
        }
    }

    private static void line(Texts texts, int n, int attributes, byte[] values) throws IOException {
        String line = texts.line();
        String[] words = line == null ? new String[0] : line.strip().split("\\s+");
        if (words.length != attributes + 1 || !words[0].equals(FaceImages.name(n))) {
            throw texts.wrong("a line for " + FaceImages.name(n) + " with " + attributes + " attributes is expected.");
        }
        for (int a = 0; a < attributes; a++) {
            switch (words[a + 1]) {
                case "1" -> values[n * attributes + a] = 1;
                case "-1" -> {
                    // 0 is there already
                }
                default -> throw texts.wrong("attributes are -1 or 1, not '" + words[a + 1] + "'.");
            }
        }
    }

    /** Some attributes as factors with the values no and yes. */
    ListedFactors factors(List<String> wanted, String owner) {
        List<Factor> factors = new ArrayList<>();
        int[] columns = new int[wanted.size()];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = names.indexOf(wanted.get(k));
            if (columns[k] < 0) {
                throw Problem.input(owner + " has no attribute '" + wanted.get(k) + "'."
                        + Nearest.suggestion(wanted.get(k), names));
            }
            factors.add(new Factor(wanted.get(k), 2, FactorKind.NOMINAL, List.of("no", "yes")));
        }
        int images = values.length / names.size();
        int[] rows = new int[images * columns.length];
        for (int n = 0; n < images; n++) {
            for (int k = 0; k < columns.length; k++) {
                rows[n * columns.length + k] = values[n * names.size() + columns[k]];
            }
        }
        return new ListedFactors(new FactorSpace(factors), rows);
    }
}
