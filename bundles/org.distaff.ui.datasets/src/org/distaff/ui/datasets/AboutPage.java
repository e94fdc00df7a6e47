package org.distaff.ui.datasets;

import java.util.Locale;
import java.util.stream.Collectors;

import org.distaff.core.describe.Description;
import org.distaff.ui.export.Copies;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What a data set is, in words that can be copied. */
final class AboutPage {

    private final Text text;
    private String citation = "";

    AboutPage(Composite page) {
        GridLayoutFactory.fillDefaults().margins(6, 4).applyTo(page);
        Button copy = new Button(page, SWT.PUSH);
        copy.setText("Copy Citation");
        copy.addListener(SWT.Selection, e -> copy());
        text = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
    }

    void show(OpenDataset opened) {
        Description description = opened.provider().describe();
        citation = String.join("\n", description.references());
        String factors = opened.dataset().factors().factors().stream()
                .map(f -> "  " + f.name() + ": " + f.size() + " values, " + f.kind().name().toLowerCase(Locale.ROOT)
                        + (f.valueNames().isEmpty() ? "" : " (" + String.join(", ", f.valueNames()) + ")"))
                .collect(Collectors.joining("\n"));
        text.setText(description.name() + " (" + description.id() + ")\n" + description.summary() + ".\n\n"
                + description.help() + "\n\n" + opened.size() + " observations of " + opened.dataset().observation()
                + " (height×width×channels), " + opened.dataset().kind().name().toLowerCase(Locale.ROOT) + "\nDigest: "
                + opened.dataset().digest() + "\n\nFactors of variation\n" + factors + "\n\nReferences\n  "
                + String.join("\n  ", description.references()));
    }

    private void copy() {
        if (!citation.isEmpty()) {
            Copies.copy(text.getDisplay(), citation, TextTransfer.getInstance());
        }
    }
}
