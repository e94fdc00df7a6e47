package org.distaff.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.core.describe.Nearest;
import org.distaff.study.analysis.ResultTable;

/** Words separated by spaces, all of which must hold: a word that some value contains, or {@code column>number}. */
final class RowFilter {

    static final String GRAMMAR = "Words that must appear, and comparisons such as mig.score>0.2, beta=4, "
            + "model!=vae or n>=3 (< <= > >= = !=); all must hold";

    private static final Pattern COMPARISON = Pattern.compile("([^<>=!\\s]+)(<=|>=|!=|<|>|=)(\\S*)");
    private static final Pattern OPERATOR = Pattern.compile("\\s*(<=|>=|!=|<|>|=)\\s*");

    private final List<BiPredicate<ResultTable.Row, String>> conditions = new ArrayList<>();
    private String problem;

    private RowFilter() {
    }

    /** Reads a filter for a table of these columns; a comparison that is only half typed holds for every row. */
    static RowFilter parse(String text, List<ResultTable.Column> columns) {
        RowFilter filter = new RowFilter();
        for (String word : OPERATOR.matcher(text.strip()).replaceAll("$1").split("\\s+")) {
            Matcher comparison = COMPARISON.matcher(word);
            if (comparison.matches()) {
                filter.compare(columns, comparison.group(1), comparison.group(2), comparison.group(3));
            } else if (!word.isEmpty()) {
                String wanted = word.toLowerCase(Locale.ROOT);
                filter.conditions.add((row, searchable) -> searchable.contains(wanted));
            }
        }
        return filter;
    }

    /** What to say when no row passes: that the filter names a column which is not there. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** @param searchable all texts of the row in lower case, see {@link #searchable} */
    boolean accepts(ResultTable.Row row, String searchable) {
        for (BiPredicate<ResultTable.Row, String> condition : conditions) {
            if (!condition.test(row, searchable)) {
                return false;
            }
        }
        return true;
    }

    /** What words are looked for in, made once per row because lower-casing thousands of values at each key is slow. */
    static String searchable(ResultTable.Row row) {
        StringBuilder text = new StringBuilder();
        row.values().forEach(value -> text.append(value.text()).append('\n'));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private void compare(List<ResultTable.Column> columns, String name, String operator, String wanted) {
        int column = 0;
        while (column < columns.size() && !named(columns.get(column), name)) {
            column++;
        }
        if (column == columns.size()) {
            problem = "no column '" + name + "'" + Nearest.to(name,
                    columns.stream().map(c -> c.label().replace(" ", "")).toList())
                    .map(near -> "; did you mean '" + near + "'?").orElse("");
            String word = (name + operator + wanted).toLowerCase(Locale.ROOT); // texts may say "resolution=32"
            conditions.add((row, searchable) -> searchable.contains(word));
        } else if (!wanted.isEmpty()) {
            int index = column;
            double limit = number(wanted);
            conditions.add((row, searchable) -> holds(row.values().get(index), operator, wanted, limit));
        }
    }

    /** Columns answer to their label with or without its spaces, and to their id with or without what kind it is. */
    private static boolean named(ResultTable.Column column, String name) {
        return column.label().replace(" ", "").equalsIgnoreCase(name) || column.id().equalsIgnoreCase(name)
                || column.id().substring(column.id().indexOf(':') + 1).equalsIgnoreCase(name);
    }

    private static boolean holds(ResultTable.Value value, String operator, String wanted, double limit) {
        double number = value.value();
        return switch (operator) {
            case "<" -> number < limit;
            case "<=" -> number <= limit;
            case ">" -> number > limit;
            case ">=" -> number >= limit;
            case "!=" -> number != limit && !says(value.text(), wanted);
            default -> number == limit || says(value.text(), wanted);
        };
    }

    /** Whether a text is that word or begins with it: "sprites resolution=32" says "sprites". */
    private static boolean says(String text, String wanted) {
        return text.regionMatches(true, 0, wanted, 0, wanted.length())
                && (text.length() == wanted.length() || text.charAt(wanted.length()) == ' ');
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // no number is less, equal or greater: only texts can be compared with it
        }
    }
}
