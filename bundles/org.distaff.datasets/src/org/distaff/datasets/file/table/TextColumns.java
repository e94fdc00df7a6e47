package org.distaff.datasets.file.table;

import java.util.List;
import java.util.Optional;

/**
 * A table of texts, column by column.
 *
 * @param name   where it comes from, for messages
 * @param names  names of the columns, each another
 * @param values the texts of each column, all equally many
 */
public record TextColumns(String name, List<String> names, List<List<String>> values) {

    /** All texts of a column; empty when there is no such column. */
    public Optional<List<String>> column(String column) {
        int c = names.indexOf(column);
        return c < 0 ? Optional.empty() : Optional.of(values.get(c));
    }
}
