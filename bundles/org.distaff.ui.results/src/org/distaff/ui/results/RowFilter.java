package org.distaff.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.study.analysis.ResultTable;

/** Words separated by spaces, all of which must hold: a word that some value contains, or {@code column>number}. */
final class RowFilter {

    static final String GRAMMAR = "Words that must appear, and comparisons such as mig.score>0.2, beta=4 or n>=3; all must hold";

    private static final Pattern COMPARISON = Pattern.compile("([^<>=!\\s]+)(<=|>=|!=|<|>|=)(\\S+)");

    private final List<Condition> conditions;

    private interface Condition {
        boolean holds(List<ResultTable.Column> columns, ResultTable.Row row);
    }

    private RowFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    static RowFilter parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        String compact = text.strip().replaceAll("\\s*(<=|>=|!=|<|>|=)\\s*", "$1");
        for (String word : compact.split("\\s+")) {
            Matcher comparison = COMPARISON.matcher(word);
            if (comparison.matches()) {
                conditions.add((columns, row) -> compare(columns, row, comparison.group(1), comparison.group(2),
                        comparison.group(3)));
            } else if (!word.isEmpty()) {
                String wanted = word.toLowerCase(Locale.ROOT);
                conditions.add((columns, row) -> row.values().stream()
                        .anyMatch(v -> v.text().toLowerCase(Locale.ROOT).contains(wanted)));
            }
        }
        return new RowFilter(conditions);
    }

    boolean accepts(List<ResultTable.Column> columns, ResultTable.Row row) {
        return conditions.stream().allMatch(c -> c.holds(columns, row));
    }

    private static boolean compare(List<ResultTable.Column> columns, ResultTable.Row row, String name, String operator,
            String wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).label().equalsIgnoreCase(name)) {
                ResultTable.Value value = row.values().get(i);
                return Double.isNaN(value.value()) ? texts(value.text(), operator, wanted)
                        : numbers(value.value(), operator, wanted);
            }
        }
        return false;
    }

    private static boolean texts(String text, String operator, String wanted) {
        return switch (operator) {
            case "=" -> text.equalsIgnoreCase(wanted);
            case "!=" -> !text.equalsIgnoreCase(wanted);
            default -> false;
        };
    }

    private static boolean numbers(double value, String operator, String wanted) {
        try {
            double limit = Double.parseDouble(wanted);
            return switch (operator) {
                case "<" -> value < limit;
                case "<=" -> value <= limit;
                case ">" -> value > limit;
                case ">=" -> value >= limit;
                case "!=" -> value != limit;
                default -> value == limit;
            };
        } catch (NumberFormatException e) {
            return false; // a half-typed number matches nothing yet
        }
    }
}
