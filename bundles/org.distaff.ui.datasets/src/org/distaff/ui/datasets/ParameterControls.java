package org.distaff.ui.datasets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.distaff.core.describe.Parameter;
import org.distaff.ui.CheckBox;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A field for each parameter of a data set, made from its description. */
final class ParameterControls {

    private static final int FIELD = 70;

    private final Composite area;
    private final Runnable changed;
    private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();

    /** @param changed hears that the user has given another value */
    ParameterControls(Composite parent, Runnable changed) {
        this.changed = changed;
        area = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        area.setLayout(layout);
    }

    Composite control() {
        return area;
    }

    /** Makes fields that hold the defaults. */
    void show(List<Parameter> parameters) {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
        fields.clear();
        parameters.forEach(this::add);
        area.requestLayout();
    }

    private void add(Parameter parameter) {
        Composite pair = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(pair);
        Label name = new Label(pair, SWT.NONE);
        name.setText(parameter.name());
        Control field = switch (parameter.type()) {
            case CHOICE -> choice(pair, parameter);
            case FLAG -> flag(pair, parameter);
            default -> text(pair, parameter);
        };
        field.setToolTipText(parameter.meaning() + " (" + parameter.expectation() + ")");
        name.setToolTipText(field.getToolTipText());
        pair.setLayoutData(new RowData());
    }

    private Control choice(Composite parent, Parameter parameter) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(parameter.choices().toArray(String[]::new));
        combo.setText(String.valueOf(parameter.defaultValue()));
        combo.addListener(SWT.Selection, e -> changed.run());
        fields.put(parameter.name(), combo::getText);
        return combo;
    }

    private Control flag(Composite parent, Parameter parameter) {
        Button button = CheckBox.create(parent);
        button.setSelection(Boolean.TRUE.equals(parameter.defaultValue()));
        button.addListener(SWT.Selection, e -> changed.run());
        fields.put(parameter.name(), () -> String.valueOf(button.getSelection()));
        return button;
    }

    private Control text(Composite parent, Parameter parameter) {
        Text text = new Text(parent, SWT.BORDER);
        text.setText(parameter.defaultValue() == null ? "" : String.valueOf(parameter.defaultValue()));
        text.setMessage(parameter.type().words());
        GridDataFactory.swtDefaults().hint(FIELD, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.DefaultSelection, e -> changed.run()); // the Enter key
        fields.put(parameter.name(), text::getText);
        return text;
    }

    /** What the fields hold; empty ones are left out, so that the default counts. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            if (!field.get().isBlank()) {
                values.put(name, field.get().strip());
            }
        });
        return values;
    }
}
