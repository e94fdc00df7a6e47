package org.distaff.datasets.file.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.ListedFactors;

/**
 * Factors of variation made from columns of texts. A column whose values are all numbers is ordinal, its values in
 * ascending order; any other is nominal, its values in alphabetical order. Integers from 0 without a gap stay as they
 * are.
 */
public final class FactorColumns {

    private static final int MAXIMUM_VALUES = 100_000;

    private final String name;
    private final List<Factor> factors = new ArrayList<>();
    private final List<int[]> columns = new ArrayList<>();

    /** @param name where the columns come from, for messages */
    public FactorColumns(String name) {
        this.name = name;
    }

    /** Columns of a table, except one. */
    public static FactorColumns of(TextColumns table, String except) {
        FactorColumns columns = new FactorColumns(table.name());
        for (String column : table.names()) {
            if (!column.equals(except)) {
                columns.add(column, table.column(column).orElseThrow());
            }
        }
        return columns;
    }

    /**
     * One factor that tells observations apart and means nothing: for data without labels.
     *
     * @param count number of observations
     */
    public static ListedFactors unlabelled(int count) {
        return new ListedFactors(new FactorSpace(List.of(new Factor("observation", Math.max(1, count),
                FactorKind.NOMINAL))), IntStream.range(0, count).toArray());
    }

    /** Adds a factor. */
    public FactorColumns add(String column, List<String> values) {
        Set<String> distinct = new LinkedHashSet<>(values);
        if (distinct.size() > MAXIMUM_VALUES) {
            throw Problem.input(name + ": column '" + column + "' has " + distinct.size() + " different values; factors "
                    + "have at most " + MAXIMUM_VALUES + ".");
        }
        boolean numeric = distinct.stream().anyMatch(FactorColumns::isNumber)
                && distinct.stream().allMatch(value -> value.isBlank() || isNumber(value));
        int blank = IntStream.range(0, values.size()).filter(i -> values.get(i).isBlank()).findFirst().orElse(-1);
        if (numeric && blank >= 0) { // as a name it would make names of the numbers, too
            throw Problem.input(name + ": column '" + column + "' holds numbers, but nothing in row " + (blank + 1)
                    + "; fill it in, or name the columns to be factors without it.");
        }
        List<String> names = distinct.stream().sorted(numeric
                ? (a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)) : String::compareTo).toList();
        return add(column, values, names, numeric ? FactorKind.ORDINAL : FactorKind.NOMINAL);
    }

    /** Adds a factor whose values have a given order. */
    public FactorColumns add(String column, List<String> values, List<String> names, FactorKind kind) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String value : names) {
            numbers.put(value, numbers.size());
        }
        boolean plain = IntStream.range(0, names.size()).allMatch(i -> names.get(i).equals(String.valueOf(i)));
        factors.add(new Factor(column, Math.max(1, names.size()), kind, plain ? List.of() : names));
        columns.add(values.stream().mapToInt(numbers::get).toArray());
        return this;
    }

    private static boolean isNumber(String text) {
        return text.length() < 30 && text.matches("[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,3})?");
    }

    /**
     * The factors of that many observations.
     *
     * @throws Problem (input) when there are more or fewer rows, or too many combinations
     */
    public ListedFactors listed(long observations) {
        if (factors.isEmpty()) {
            return unlabelled(Math.toIntExact(observations));
        }
        for (int[] column : columns) {
            if (column.length != observations) {
                throw Problem.input(name + " has " + column.length + " rows for " + observations
                        + " observations; both need one per observation.");
            }
        }
        FactorSpace space = new FactorSpace(factors);
        try {
            space.combinations();
        } catch (ArithmeticException e) {
            throw Problem.input(name + " has " + factors.size() + " factors with more combinations than can be counted; "
                    + "leave some columns out.", e);
        }
        int k = factors.size();
        int[] rows = new int[Math.multiplyExact(columns.get(0).length, k)];
        for (int c = 0; c < k; c++) {
            int[] column = columns.get(c);
            for (int n = 0; n < column.length; n++) {
                rows[n * k + c] = column[n];
            }
        }
        return new ListedFactors(space, rows);
    }
}
