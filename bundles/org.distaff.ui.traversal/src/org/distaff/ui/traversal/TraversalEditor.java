package org.distaff.ui.traversal;

import java.nio.file.Path;
import java.util.Arrays;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.study.traverse.Traversal;
import org.distaff.study.traverse.Traverser;
import org.distaff.ui.Workspace;
import org.distaff.ui.work.LatestOnly;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/**
 * Walks the latents of one trained model: sliders by KL, the decoded image live, the grid of all walks. The input is
 * the model's model.json; decoding happens on a thread of its own, of which only the latest wish is carried out.
 */
public final class TraversalEditor extends EditorPart {

    public static final String ID = "org.distaff.ui.traversal.editor";

    private static final int IMAGE = 192;

    private final LatestOnly decoder = new LatestOnly(this::failed);
    private Path folder;
    /** Opened, used and closed on the decoder's thread. */
    private Traverser traverser;
    private Composite root;
    private LatentSliders sliders;
    private Canvas picture;
    private Image image;
    private TraversalGrid grid;
    private WalkControls controls;
    private Traversal traversal;
    private ObservationShape shape;
    private float[][] starts;

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
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(8, 8).applyTo(root);
        showSentence("Opening the decoder…");
        decoder.submit("open", () -> {
            Traverser opened = Traverser.open(folder, Workspace.contributions());
            traverser = opened;
            later(() -> {
                for (Control child : root.getChildren()) {
                    child.dispose();
                }
                createContent(root, opened);
                root.layout(true, true);
            });
        });
    }

    private void showSentence(String sentence) {
        for (Control child : root.getChildren()) {
            child.dispose();
        }
        Label label = new Label(root, SWT.WRAP);
        label.setText(sentence);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        root.layout();
    }

    /** On the decoder's thread: a model that cannot be opened says why in place of the traversal. */
    private void failed(RuntimeException e) {
        String sentence = e instanceof Problem ? e.getMessage()
                : "The model in " + folder + " could not be decoded: " + e.getMessage();
        ILog.of(TraversalEditor.class).log(new Status(IStatus.ERROR, "org.distaff.ui.traversal", sentence, e));
        later(() -> {
            if (sliders == null) {
                showSentence(sentence);
            }
        });
    }

    private void createContent(Composite parent, Traverser opened) {
        shape = opened.card().observation();
        starts = opened.starts();
        setPartName(opened.card().name() + " traversal");
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(parent);
        createControls(parent);
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        GridDataFactory.fillDefaults().hint(330, SWT.DEFAULT).grab(false, true).applyTo(scrolled);
        Composite list = new Composite(scrolled, SWT.NONE);
        sliders = new LatentSliders(list, opened.order(), opened.kl(), WalkControls.RANGE, this::codeChanged);
        scrolled.setContent(list);
        scrolled.setMinSize(list.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        picture = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        GridDataFactory.fillDefaults().hint(IMAGE + 12, IMAGE + 12).align(SWT.BEGINNING, SWT.BEGINNING).applyTo(picture);
        picture.setToolTipText("The decoded image");
        picture.addPaintListener(e -> {
            Images.clear(e.gc, picture, root);
            if (image != null) {
                e.gc.setInterpolation(SWT.NONE);
                Images.draw(e.gc, image, 0, shape, 6, 6, IMAGE);
            }
        });
        picture.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "The decoded image";
            }
        });
        grid = new TraversalGrid(parent, this::choose);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        reset();
    }

    private void createControls(Composite parent) {
        controls = new WalkControls(parent, starts.length, this::reset, () -> {
            sliders.setRange(controls.range());
            walk();
        });
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(controls.control());
        controls.button("Reset", this::reset);
        controls.button("Walk from Here", this::walk);
        controls.button("Export…", this::export);
    }

    private void reset() {
        sliders.set(starts[controls.start()]);
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
        decoder.submit("decode", () -> {
            ImageData pixels = Images.of(traverser.decode(code), shape);
            later(() -> show(pixels));
        });
    }

    private void show(ImageData pixels) {
        Image old = image;
        image = new Image(picture.getDisplay(), pixels);
        picture.redraw();
        if (old != null) {
            old.dispose();
        }
    }

    private void walk() {
        float[] centre = sliders.code();
        double width = controls.range();
        int count = controls.steps();
        decoder.submit("walk", () -> {
            Traversal walked = traverser.traverse(centre, width, count);
            ImageData[] strips = Images.strips(walked);
            later(() -> {
                traversal = walked;
                grid.show(walked, strips);
                grid.mark(sliders.code());
            });
        });
    }

    private void export() {
        if (traversal != null) {
            TraversalExport.ask(root.getShell(), traversal);
        }
    }

    private void later(Runnable work) {
        Display display = Display.getDefault();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!root.isDisposed()) {
                    work.run();
                }
            });
        }
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
    public Scale slider(int position) {
        return sliders.scale(position);
    }

    /** The grid's canvas. */
    public Canvas gridCanvas() {
        return grid == null ? null : grid.canvas();
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
