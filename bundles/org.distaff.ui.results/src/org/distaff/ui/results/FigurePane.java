package org.distaff.ui.results;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.distaff.plot.Figure;
import org.distaff.ui.CheckBox;
import org.distaff.ui.export.FigureActions;
import org.distaff.ui.figure.FigureCanvas;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;

/**
 * Figures of a cell as a tab: a choice among them, an option and a tool bar above, the figure below. What is chosen
 * for one cell is chosen for the next one in the same tab.
 */
final class FigurePane {

    private static final String CHOICE = "org.distaff.ui.results.choice";
    private static final String OPTION = "org.distaff.ui.results.option";

    /** Something that can be chosen. */
    record Choice(String label, Drawing drawing) {
    }

    /** Makes figures; called in the background. */
    @FunctionalInterface
    interface Drawing {

        /** @param option whether the option above the figure is checked */
        List<? extends Figure> draw(boolean option) throws Exception;
    }

    private final Composite page;
    private final Composite area;
    private final Combo combo;
    private final ToolBar tools;
    private final FigureCanvas canvas;
    private List<Choice> choices = List.of();
    private String none;

    /**
     * @param page   the tab's page, which remembers what was chosen
     * @param name   what is drawn, for people who hear it and for files
     * @param option text of the option; null for none
     */
    FigurePane(Composite page, String name, String option) {
        this.page = page;
        area = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(2, 2).applyTo(area);
        combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setVisible(false);
        combo.addListener(SWT.Selection, e -> draw());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(80, SWT.DEFAULT)
                .applyTo(combo);
        Composite corner = new Composite(area, SWT.NONE);
        corner.setLayout(new FillLayout());
        if (option != null) {
            Button check = CheckBox.create(area);
            check.setText(option);
            check.setSelection(isOptionChecked());
            GridDataFactory.fillDefaults().span(2, 1).indent(4, 0).applyTo(check);
            check.addListener(SWT.Selection, e -> {
                page.setData(OPTION, check.getSelection());
                draw();
            });
        }
        canvas = new FigureCanvas(area, name);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(canvas.control());
        String file = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        FigureActions actions = new FigureActions(area, canvas, file);
        actions.menu();
        tools = actions.tools(corner);
        tools.setEnabled(false);
    }

    /** The control to hand out. */
    Control control() {
        return area;
    }

    /**
     * Reads in the background what can be chosen, and draws the first or what was chosen before.
     *
     * @param instead what to do when there is nothing, in a sentence
     */
    void offer(Callable<List<Choice>> reading, String instead) {
        none = instead;
        canvas.read(reading, this::offer);
    }

    private void offer(List<Choice> found) {
        choices = found;
        tools.setEnabled(!found.isEmpty());
        if (found.isEmpty()) {
            canvas.show(List.of(), none);
            return;
        }
        List<String> labels = found.stream().map(Choice::label).toList();
        combo.setItems(labels.toArray(String[]::new));
        combo.select(Math.max(0, labels.indexOf(page.getData(CHOICE))));
        combo.setVisible(found.size() > 1);
        draw();
    }

    private void draw() {
        if (!choices.isEmpty()) {
            Choice choice = choices.get(combo.getSelectionIndex());
            if (choices.size() > 1) {
                page.setData(CHOICE, choice.label());
            }
            boolean option = isOptionChecked();
            canvas.load(() -> choice.drawing().draw(option), none);
        }
    }

    private boolean isOptionChecked() {
        return Boolean.TRUE.equals(page.getData(OPTION));
    }
}
