package org.distaff.ui.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.study.browse.DatasetSheet;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;

/** A slider for each factor, a choice for one whose values have names. */
final class FactorControls {

    private static final int SLIDER = 140;
    private static final int VALUE = 48;

    private final Composite area;
    private final Consumer<int[]> changed;
    private final List<Consumer<Integer>> setters = new ArrayList<>();
    private int[] row = {};

    /** @param changed hears the factor row whenever the user moves a control */
    FactorControls(Composite parent, Consumer<int[]> changed) {
        this.changed = changed;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(6, 4).spacing(6, 2).applyTo(area);
    }

    Composite control() {
        return area;
    }

    /** Makes controls for a factor space, all at their first value. */
    void show(FactorSpace space) {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
        setters.clear();
        row = new int[space.count()];
        for (int k = 0; k < row.length; k++) {
            add(space.factors().get(k), k);
        }
        area.requestLayout();
    }

    private void add(Factor factor, int k) {
        Label name = new Label(area, SWT.NONE);
        name.setText(factor.name());
        name.setToolTipText(factor.name() + ": " + factor.size() + " values, " + factor.kind().name().toLowerCase());
        if (!factor.valueNames().isEmpty()) {
            Combo combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
            combo.setItems(factor.valueNames().toArray(String[]::new));
            combo.select(0);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(combo);
            combo.addListener(SWT.Selection, e -> moved(k, combo.getSelectionIndex()));
            setters.add(combo::select);
            return;
        }
        Scale scale = new Scale(area, SWT.HORIZONTAL);
        scale.setMaximum(Math.max(1, factor.size() - 1)); // a scale of one value cannot be made
        scale.setEnabled(factor.size() > 1);
        scale.setPageIncrement(Math.max(1, factor.size() / 8));
        scale.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = factor.name();
            }
        });
        GridDataFactory.fillDefaults().grab(true, false).hint(SLIDER, SWT.DEFAULT).applyTo(scale);
        Label value = new Label(area, SWT.RIGHT);
        value.setText("0");
        GridDataFactory.fillDefaults().hint(VALUE, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(value);
        scale.addListener(SWT.Selection, e -> {
            value.setText(DatasetSheet.valueName(factor, scale.getSelection()));
            moved(k, scale.getSelection());
        });
        setters.add(v -> {
            scale.setSelection(v);
            value.setText(DatasetSheet.valueName(factor, v));
        });
    }

    private void moved(int k, int value) {
        row[k] = value;
        changed.accept(row.clone());
    }

    /** The factor row that the controls stand for. */
    int[] row() {
        return row.clone();
    }

    /** Moves all controls and tells. */
    void set(int[] newRow) {
        row = newRow.clone();
        for (int k = 0; k < row.length; k++) {
            setters.get(k).accept(row[k]);
        }
        changed.accept(row.clone());
    }
}
