package org.distaff.ui.results;

import java.nio.file.Path;
import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.metric.Matrix;
import org.distaff.plot.figure.HeatMap;
import org.distaff.plot.figure.OwningFactor;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.StoredMatrix;
import org.distaff.study.store.StoredScores;
import org.distaff.ui.ResultView;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Any matrix that a metric left, as a heat map. */
public final class MatricesView implements ResultView {

    @Override
    public Description describe() {
        return Description.of("matrices", "Matrices").summary("What each latent has to do with each factor");
    }

    @Override
    public Control create(Composite parent, StoredCell cell) {
        FigurePane pane = new FigurePane(parent, "Matrices", "Order latents by owning factor");
        Path folder = cell.folder();
        pane.offer(() -> choices(folder), "No metric of this cell left a matrix; add mig, dci or sap to the study's "
                + "metrics and run it again.");
        return pane.control();
    }

    /** Latent × factor matrices come first; tables of thresholds and merges have a tab of their own. */
    private static List<FigurePane.Choice> choices(Path folder) {
        return StoredScores.read(folder).stream().flatMap(scores -> scores.matrices().stream())
                .filter(matrix -> !StoredGroups.isPart(matrix) && !matrix.rows().isEmpty())
                .sorted((a, b) -> Boolean.compare(b.latentByFactor(), a.latentByFactor()))
                .map(matrix -> new FigurePane.Choice(label(matrix), order -> List.of(map(matrix, order)))).toList();
    }

    static String label(StoredMatrix matrix) {
        return matrix.metricId() + " · " + matrix.name();
    }

    private static HeatMap map(StoredMatrix stored, boolean order) {
        Matrix matrix = stored.read();
        return new HeatMap(label(stored), order && stored.latentByFactor()
                ? OwningFactor.rows(matrix, OwningFactor.order(matrix)) : matrix);
    }
}
