package org.distaff.cli.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.failure.Problem;

/**
 * Factor values of train and test points in one factor space.
 *
 * @param space    the factors, named factor0, factor1 …
 * @param train    {@code N × K} values
 * @param test     {@code M × K} values, or {@code null} when there are no test points
 * @param warnings sentences about values that were changed
 */
public record FactorTable(FactorSpace space, int[] train, int[] test, List<String> warnings) {

    /** A largest value this many times the number of values is an identifier, for which no table is kept. */
    private static final int SPARSE = 100;

    /**
     * Joins train and test factors.
     *
     * @param test  test factors, or {@code null}
     * @param sizes number of values of each factor, or {@code null} to take the largest value that occurs, plus one; a
     *              factor without a size whose values do not begin at 0, or leave most of the range out, is re-labelled
     *              to 0, 1, 2 …, with a warning
     * @throws Problem (input) when the tables or sizes disagree, or a value lies beyond its size
     */
    public static FactorTable of(FactorFile train, FactorFile test, List<Integer> sizes) {
        int count = train.factors();
        if (test != null && test.factors() != count) {
            throw Problem.input(train.file() + " has " + count + " factors, " + test.file() + " has " + test.factors()
                    + "; train and test points need the same factors.");
        }
        if (sizes != null && sizes.size() != count) {
            throw Problem.input(sizes.size() + " factor sizes are given, but " + train.file() + " has " + count
                    + " factors; give one size per factor.");
        }
        int[] trainValues = train.values().clone();
        int[] testValues = test == null ? null : test.values().clone();
        List<String> warnings = new ArrayList<>();
        List<Factor> factors = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int size;
            if (sizes == null) {
                TreeSet<Integer> present = present(train, k);
                if (test != null) {
                    present.addAll(present(test, k));
                }
                boolean sparse = present.last() >= SPARSE * present.size();
                if (present.first() > 0 || sparse) {
                    warnings.add("Factor " + k + " (counted from 0) "
                            + (sparse ? "has few of the values up to " + present.last()
                                    : "begins at " + present.first())
                            + (present.size() == 1
                                    ? ": its only value was re-labelled 0; give --factor-sizes to keep it."
                                    : ": its " + present.size() + " values were re-labelled 0 to "
                                            + (present.size() - 1) + "; give --factor-sizes to keep them."));
                    int[] labels = present.stream().mapToInt(Integer::intValue).toArray();
                    relabel(trainValues, k, count, labels);
                    relabel(testValues, k, count, labels);
                    size = labels.length;
                } else {
                    size = present.last() + 1;
                }
            } else {
                size = sizes.get(k);
                requireBelow(train, k, size);
                requireBelow(test, k, size);
            }
            factors.add(new Factor("factor" + k, size, FactorKind.ORDINAL));
        }
        return new FactorTable(new FactorSpace(factors), trainValues, testValues, warnings);
    }

    private static TreeSet<Integer> present(FactorFile file, int k) {
        TreeSet<Integer> values = new TreeSet<>();
        for (int n = 0; n < file.points(); n++) {
            values.add(file.value(n, k));
        }
        return values;
    }

    private static void relabel(int[] values, int k, int count, int[] labels) {
        for (int i = k; values != null && i < values.length; i += count) {
            values[i] = Arrays.binarySearch(labels, values[i]);
        }
    }

    private static void requireBelow(FactorFile file, int k, int size) {
        for (int n = 0; file != null && n < file.points(); n++) {
            if (file.value(n, k) >= size) {
                throw Problem.input(file.file() + " has " + file.value(n, k) + " at row " + n + ", column " + k
                        + " (counted from 0), but the factor size given for that column is " + size
                        + "; values are 0 to " + (size - 1) + ".");
            }
        }
    }

    /** Reads {@code 3,6,40}. */
    public static List<Integer> sizes(String text) {
        List<Integer> sizes = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            if (!word.strip().matches("[1-9][0-9]{0,6}")) {
                throw Problem.input("--factor-sizes must be integers of at least 1 separated by commas, as in 3,6,40, "
                        + "not '" + text + "'.");
            }
            sizes.add(Integer.parseInt(word.strip()));
        }
        return sizes;
    }
}
