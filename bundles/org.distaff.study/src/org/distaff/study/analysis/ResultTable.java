package org.distaff.study.analysis;

import java.util.List;

import org.distaff.study.store.StoredCell;

/**
 * Finished cells as a table: one row per cell, or one per group with mean and standard deviation over its cells.
 *
 * @param columns the columns: data set, model, parameters that vary, seed, then the scores
 * @param rows    the rows
 */
public record ResultTable(List<Column> columns, List<Row> rows) {

    /** How rows are made. */
    public enum Grouping {
        /** One row per cell. */
        NONE,
        /** One row per data set, model and setting: mean ± std over seeds. */
        SETTING,
        /** One row per data set and model. */
        MODEL,
        /** One row per data set. */
        DATASET
    }

    /**
     * @param id    "dataset", "model", "parameter:beta", "seed", "n" or "score:mig.score"
     * @param label header
     * @param score whether its values are scores
     */
    public record Column(String id, String label, boolean score) {
    }

    /**
     * A value: a text, or a number with its spread.
     *
     * @param text  what to show ("0.213 ± 0.041"); empty when there is none
     * @param value number to sort by; NaN for texts
     * @param std   sample standard deviation (n−1); NaN for a single cell
     */
    public record Value(String text, double value, double std) {
    }

    /** @param cells the cells behind the row, at least one */
    public record Row(List<Value> values, List<StoredCell> cells) {
    }

    public static ResultTable of(List<StoredCell> cells, Grouping grouping) {
        throw new IllegalStateException("stub");
    }
}
