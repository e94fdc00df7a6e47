package org.distaff.ui.traversal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;

/** A slider per latent, most informative first; latents that the model does not use are told as such. */
final class LatentSliders {

    /** A latent with less KL than this carries nothing, in nats. */
    private static final double DEAD = 0.01;
    private static final int TICKS = 200;

    private final List<Integer> order;
    private final List<Scale> scales = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private final Runnable changed;
    private final float[] code;
    private double range;

    LatentSliders(Composite parent, List<Integer> order, double[] kl, double range, Runnable changed) {
        this.order = order;
        this.range = range;
        this.changed = changed;
        this.code = new float[kl.length];
        GridLayoutFactory.swtDefaults().numColumns(3).margins(6, 4).spacing(6, 0).applyTo(parent);
        boolean measured = Arrays.stream(kl).anyMatch(v -> v > 0);
        for (int position = 0; position < order.size(); position++) {
            int latent = order.get(position);
            Label name = new Label(parent, SWT.NONE);
            name.setText("z" + latent + (measured ? String.format(Locale.ROOT, "  %.2f nats", kl[latent]) : ""));
            name.setEnabled(!measured || kl[latent] >= DEAD);
            Scale scale = new Scale(parent, SWT.HORIZONTAL);
            scale.setMaximum(TICKS);
            scale.setPageIncrement(TICKS / 10);
            scale.setToolTipText("Latent z" + latent);
            scale.getAccessible().addAccessibleListener(new AccessibleAdapter() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = name.getText();
                }
            });
            GridDataFactory.fillDefaults().grab(true, false).hint(130, SWT.DEFAULT).applyTo(scale);
            Label value = new Label(parent, SWT.RIGHT);
            GridDataFactory.fillDefaults().hint(44, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(value);
            scale.addListener(SWT.Selection, e -> moved(latent, scale, value));
            scales.add(scale);
            values.add(value);
        }
        set(code);
    }

    private void moved(int latent, Scale scale, Label value) {
        code[latent] = (float) (range * (2.0 * scale.getSelection() / TICKS - 1));
        value.setText(text(code[latent]));
        changed.run();
    }

    /** The code that the sliders stand for. */
    float[] code() {
        return code.clone();
    }

    /** Moves all sliders; values beyond the range stand at its end but are kept. */
    void set(float[] newCode) {
        System.arraycopy(newCode, 0, code, 0, code.length);
        show();
        changed.run();
    }

    void setRange(double newRange) {
        range = newRange;
        show();
    }

    private void show() {
        for (int position = 0; position < order.size(); position++) {
            float value = code[order.get(position)];
            scales.get(position).setSelection((int) Math.round((value / range + 1) / 2 * TICKS));
            values.get(position).setText(text(value));
        }
    }

    private static String text(float value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }

    /** The slider of the latent at a position of the order. */
    Scale scale(int position) {
        return scales.get(position);
    }
}
