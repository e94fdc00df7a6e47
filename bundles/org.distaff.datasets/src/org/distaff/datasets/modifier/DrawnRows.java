package org.distaff.datasets.modifier;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.failure.Problem;

/** Training rows that a modifier of this package changed; says which, so that a later one does not undo it unseen. */
interface DrawnRows extends TrainingRows {

    /** The id of the modifier. */
    String modifier();

    /** What must be done before labels and pairs are chosen. */
    static void mustPrecedeLabelsAndPairs(Dataset dataset, String id) {
        if (dataset.training() instanceof LabelledRows || dataset.training() instanceof PairedRows) {
            throw late((DrawnRows) dataset.training(), id);
        }
    }

    /** What must be done before the training distribution is changed at all. */
    static void mustComeFirst(Dataset dataset, String id) {
        if (dataset.training() instanceof DrawnRows drawn) {
            throw late(drawn, id);
        }
    }

    private static Problem late(DrawnRows drawn, String id) {
        return Problem.input("'" + id + "' must stand before '" + drawn.modifier()
                + "', which would be undone otherwise; change their order.");
    }
}
