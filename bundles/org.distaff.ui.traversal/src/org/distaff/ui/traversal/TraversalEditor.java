package org.distaff.ui.traversal;

import java.nio.file.Path;
import java.util.Arrays;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.traverse.Traversal;
import org.distaff.study.traverse.Traverser;
import org.distaff.ui.Workspace;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/**
 * Walks the latents of one trained model: sliders by KL, the decoded image live, the grid of all walks. The input is the model's
 * model.json; decoding happens on a thread of its own, of which only the latest wish is carried out.
 */
public final class TraversalEditor extends EditorPart {

    public static final String ID = "org.distaff.ui.traversal.editor";

    private static final int STEPS = 9;
    private static final double RANGE = 2;
    private static final int IMAGE = 192;

    private final LatestOnly decoder = new LatestOnly();
    private Path folder;
    private Traverser traverser;
    private Composite root;
    private LatentSliders sliders;
    private Canvas picture;
    private Image image;
    private TraversalGrid grid;
    private Combo start;
    private Spinner range;
    private Spinner steps;
    private Traversal traversal;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IURIEditorInput file)) {
            throw new PartInitException("A traversal is opened from a model.json file.");
        }
        setSite(site);
        setInput(input);
        try {
            folder = EFS.getStore(file.getURI()).toLocalFile(EFS.NONE, null).toPath().getParent();
        } catch (CoreException e) {
            throw new PartInitException(e.getStatus());
        }
        setPartName("Traversal " + folder.getFileName().toString().substring(0,
                Math.min(8, folder.getFileName().toString().length())));
    }

    @Override
    public void createPartControl(Composite parent) {
        root = parent;
        Label waiting = new Label(parent, SWT.NONE);
        waiting.setText("  Opening the decoder…");
        decoder.always(() -> {
            try {
                Traverser opened = Traverser.open(folder, Workspace.contributions());
                later(() -> {
                    traverser = opened;
                    waiting.dispose();
                    createContent(parent);
                    parent.layout(true, true);
                });
            } catch (Problem e) {
                later(() -> waiting.setText("  " + e.getMessage()));
            }
        });
    }

    private void createContent(Composite parent) {
        setPartName(traverser.card().name() + " traversal");
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(parent);
        createControls(parent);
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        GridDataFactory.fillDefaults().hint(330, SWT.DEFAULT).grab(false, true).applyTo(scrolled);
        Composite list = new Composite(scrolled, SWT.NONE);
        sliders = new LatentSliders(list, traverser.order(), traverser.kl(), RANGE, this::codeChanged);
        scrolled.setContent(list);
        scrolled.setMinSize(list.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        picture = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        GridDataFactory.fillDefaults().hint(IMAGE + 12, IMAGE + 12).align(SWT.BEGINNING, SWT.BEGINNING).applyTo(picture);
        picture.setToolTipText("The decoded image");
        picture.addPaintListener(e -> {
            if (image != null) {
                e.gc.setInterpolation(SWT.NONE);
                Rectangle size = image.getBounds();
                e.gc.drawImage(image, 0, 0, size.width, size.height, 6, 6, IMAGE, IMAGE);
            }
        });
        grid = new TraversalGrid(parent, this::choose);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        reset();
    }

    private void createControls(Composite parent) {
        Composite strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(9).margins(8, 4).applyTo(strip);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(strip);
        label(strip, "Start from");
        start = new Combo(strip, SWT.READ_ONLY);
        start.add("prior mean");
        for (int i = 1; i < traverser.starts().length; i++) {
            start.add("observation " + i);
        }
        start.select(start.getItemCount() > 1 ? 1 : 0); // an observation's code shows more than the empty middle of the prior
        start.addListener(SWT.Selection, e -> reset());
        label(strip, "Range ±");
        range = spinner(strip, 5, 100, (int) (RANGE * 10), 1);
        range.addListener(SWT.Selection, e -> {
            sliders.setRange(range.getSelection() / 10.0);
            walk();
        });
        label(strip, "Steps");
        steps = spinner(strip, 3, 25, STEPS, 0);
        steps.addListener(SWT.Selection, e -> walk());
        button(strip, "Reset", this::reset);
        button(strip, "Walk from Here", this::walk);
        button(strip, "Export…", () -> TraversalExport.ask(strip.getShell(), traversal));
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    private static Spinner spinner(Composite parent, int from, int to, int value, int digits) {
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(value, from, to, digits, 1, 5);
        return spinner;
    }

    private static void button(Composite parent, String text, Runnable work) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, e -> work.run());
    }

    private void reset() {
        sliders.set(traverser.starts()[start.getSelectionIndex()]);
        walk();
    }

    /** A cell of the grid was clicked: its latent takes the step's value, all others stay at the walk's centre. */
    private void choose(int position, int step) {
        float[] code = traversal.centre().clone();
        code[traversal.order().get(position)] = traversal.steps()[step];
        sliders.set(code);
    }

    private void codeChanged() {
        if (sliders == null || grid == null) {
            return;
        }
        float[] code = sliders.code();
        grid.mark(code);
        decoder.submit(() -> {
            float[] pixels = traverser.decode(code);
            later(() -> show(pixels));
        });
    }

    private void show(float[] pixels) {
        ObservationShape shape = traverser.card().observation();
        Image old = image;
        image = Images.of(Display.getCurrent(),
                Bitmap.ofObservation(pixels, 0, shape.channels(), shape.height(), shape.width()));
        picture.redraw();
        if (old != null) {
            old.dispose();
        }
    }

    private void walk() {
        float[] centre = sliders.code();
        double width = range.getSelection() / 10.0;
        int count = steps.getSelection();
        decoder.always(() -> {
            Traversal walked = traverser.traverse(centre, width, count);
            later(() -> {
                traversal = walked;
                grid.show(walked);
                grid.mark(sliders.code());
            });
        });
    }

    private void later(Runnable work) {
        Display.getDefault().asyncExec(() -> {
            if (!root.isDisposed()) {
                work.run();
            }
        });
    }

    /** What is shown: the code and its picture; empty before the decoder is open. For tests and figures. */
    public float[] code() {
        return sliders == null ? new float[0] : sliders.code();
    }

    /** The decoded picture's pixels as a hash, 0 before the first. */
    public int pictureHash() {
        return image == null ? 0 : Arrays.hashCode(image.getImageData().data);
    }

    /** The slider of the latent at a position of the KL order. */
    public org.eclipse.swt.widgets.Scale slider(int position) {
        return sliders.scale(position);
    }

    /** The grid's canvas. */
    public Canvas gridCanvas() {
        return grid == null ? null : grid.control();
    }

    /** The walk that the grid shows. */
    public Traversal traversal() {
        return traversal;
    }

    @Override
    public void setFocus() {
        if (sliders != null) {
            sliders.scale(0).setFocus();
        } else {
            root.setFocus();
        }
    }

    @Override
    public void dispose() {
        decoder.finish(() -> {
            if (traverser != null) {
                traverser.close();
            }
        });
        if (image != null) {
            image.dispose();
        }
        super.dispose();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // nothing is ever dirty here
    }

    @Override
    public void doSaveAs() {
        // export is a button of its own
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
