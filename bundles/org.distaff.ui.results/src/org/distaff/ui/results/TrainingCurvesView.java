package org.distaff.ui.results;

import java.nio.file.Path;

import org.distaff.core.describe.Description;
import org.distaff.study.report.TrainingCurves;
import org.distaff.study.store.StoredCell;
import org.distaff.ui.ResultView;
import org.distaff.ui.figure.FigureCanvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What a training reported, step by step. */
public final class TrainingCurvesView implements ResultView {

    @Override
    public Description describe() {
        return Description.of("training-curves", "Training").summary("Losses over the steps of the training");
    }

    @Override
    public Control create(Composite parent, StoredCell cell) {
        FigureCanvas canvas = new FigureCanvas(parent, "Training curves");
        Path folder = cell.folder();
        String title = cell.cell().modelId() + ", seed " + cell.cell().seed();
        canvas.load(() -> TrainingCurves.of(folder, title).stream().toList(), "Nothing was trained here.");
        return canvas.control();
    }
}
