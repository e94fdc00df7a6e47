package org.distaff.ui.traversal;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

/** Where a walk begins, how far it goes and in how many steps. */
final class WalkControls {

    /** How far a latent walks to each side at first, in standard deviations of the prior. */
    static final double RANGE = 2;
    private static final int STEPS = 9;

    private final Composite strip;
    private final Combo start;
    private final Spinner range;
    private final Spinner steps;

    /**
     * @param starts  the number of codes to begin at: the prior's mean, then observations
     * @param restart runs when another start is chosen
     * @param rewalk  runs when the range or the number of steps has changed
     */
    WalkControls(Composite parent, int starts, Runnable restart, Runnable rewalk) {
        strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(9).margins(8, 4).applyTo(strip);
        label("Start from");
        start = new Combo(strip, SWT.READ_ONLY);
        start.add("prior mean");
        for (int i = 1; i < starts; i++) {
            start.add("observation " + i);
        }
        start.select(starts > 1 ? 1 : 0); // an observation's code shows more than the empty middle of the prior
        start.addListener(SWT.Selection, e -> restart.run());
        label("Range ±");
        range = spinner(5, 100, (int) (RANGE * 10), 1);
        range.addListener(SWT.Selection, e -> rewalk.run());
        label("Steps");
        steps = spinner(3, 25, STEPS, 0);
        steps.addListener(SWT.Selection, e -> rewalk.run());
    }

    private void label(String text) {
        new Label(strip, SWT.NONE).setText(text);
    }

    private Spinner spinner(int from, int to, int value, int digits) {
        Spinner spinner = new Spinner(strip, SWT.BORDER);
        spinner.setValues(value, from, to, digits, 1, 5);
        return spinner;
    }

    /** Adds a button behind the others; there is room for three. */
    void button(String text, Runnable work) {
        Button button = new Button(strip, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, e -> work.run());
    }

    Composite control() {
        return strip;
    }

    /** Index of the code to begin at. */
    int start() {
        return start.getSelectionIndex();
    }

    double range() {
        return range.getSelection() / 10.0;
    }

    int steps() {
        return steps.getSelection();
    }
}
