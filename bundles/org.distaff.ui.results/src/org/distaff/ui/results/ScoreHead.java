package org.distaff.ui.results;

import java.util.Optional;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.describe.ScoreMeaning.Better;
import org.distaff.core.registry.Contributions;
import org.distaff.study.analysis.ResultTable;

/**
 * How a column of the results is headed.
 *
 * @param label   the column's label; for scores with an arrow towards the better ones and the range
 * @param tooltip what the score means and who proposed it; empty for other columns
 */
record ScoreHead(String label, String tooltip) {

    private static final String SCORE = "score:";

    /** The head of a column; scores of metrics that are not installed, or do not explain them, have their name only. */
    static ScoreHead of(ResultTable.Column column, Contributions installed) {
        int dot = column.id().indexOf('.');
        if (!column.score() || !column.id().startsWith(SCORE) || dot < 0) {
            return new ScoreHead(column.label(), "");
        }
        String id = column.id().substring(SCORE.length(), dot);
        Optional<Description> metric = installed.metrics().stream().map(m -> m.describe())
                .filter(d -> d.id().equals(id)).findFirst();
        Optional<ScoreMeaning> meaning = metric.flatMap(d -> d.meaning(column.id().substring(dot + 1)));
        return new ScoreHead(column.label() + meaning.map(ScoreHead::sign).orElse(""),
                metric.map(d -> tooltip(d, meaning)).orElse(""));
    }

    private static String sign(ScoreMeaning meaning) {
        return (meaning.better() == Better.NEITHER ? " " : " " + meaning.better().sign() + " ") + meaning.range();
    }

    private static String tooltip(Description metric, Optional<ScoreMeaning> meaning) {
        StringBuilder text = new StringBuilder(metric.name());
        meaning.ifPresent(m -> text.append(": ").append(m.meaning()).append("\n").append(switch (m.better()) {
            case HIGHER -> "Higher is better";
            case LOWER -> "Lower is better";
            case NEITHER -> "Neither high nor low is better";
        }).append(", range ").append(m.range()));
        metric.references().forEach(reference -> text.append("\n").append(reference));
        return text.toString();
    }
}
