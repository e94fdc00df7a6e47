package org.distaff.ui.results;

import java.nio.file.Path;
import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.study.report.TrainingCurves;
import org.distaff.study.store.StoredCell;
import org.distaff.ui.ResultView;
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
        FigurePane pane = new FigurePane(parent, "Training curves", null);
        Path folder = cell.folder();
        String title = cell.cell().modelId() + ", seed " + cell.cell().seed();
        pane.offer(() -> TrainingCurves.of(folder, title).stream()
                .map(curves -> new FigurePane.Choice(title, option -> List.of(curves))).toList(),
                "Nothing was trained here.");
        return pane.control();
    }
}
