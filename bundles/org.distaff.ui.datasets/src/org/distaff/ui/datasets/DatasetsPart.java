package org.distaff.ui.datasets;

import java.util.Arrays;
import java.util.List;

import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.browse.ListedRows;
import org.distaff.study.browse.ObservationPictures;
import org.distaff.ui.Workspace;
import org.distaff.ui.export.FigureActions;
import org.distaff.ui.figure.FigureCanvas;
import org.distaff.ui.work.LatestOnly;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The data sets view: a data set's observations by factor. Data sets are opened and drawn off the UI thread. */
public final class DatasetsPart {

    private static final String CHOSEN = "dataset";
    /** Width of the observation that the controls stand for, at least. */
    private static final int LARGE = 224;

    @Inject
    private MPart part;

    private final LatestOnly worker = new LatestOnly(this::failed);
    private final List<DatasetProvider> providers = Workspace.contributions().datasets();
    private Display display;
    private Combo choice;
    private ParameterControls parameters;
    private FactorControls factors;
    private FigureCanvas picture;
    private DatasetTabs tabs;
    private Label state;
    private OpenDataset open;
    private int shownPicture;

    @PostConstruct
    void create(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        createStrip(parent);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        factors = new FactorControls(left, this::draw);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(factors.control());
        Button random = new Button(left, SWT.PUSH);
        random.setText("Random Observation");
        GridDataFactory.swtDefaults().indent(6, 0).applyTo(random);
        random.addListener(SWT.Selection, e -> random());
        picture = new FigureCanvas(left, "Observation");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(picture.control());
        new FigureActions(picture.control(), picture, "observation").menu();
        tabs = new DatasetTabs(sash, worker, () -> factors.row());
        sash.setWeights(35, 65);
        choose(part.getPersistedState().getOrDefault(CHOSEN, "sprites"));
    }

    private void createStrip(Composite parent) {
        Composite strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(6, 3).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        new Label(strip, SWT.NONE).setText("Data set");
        choice = new Combo(strip, SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setItems(providers.stream().map(p -> p.describe().id()).toArray(String[]::new));
        choice.addListener(SWT.Selection, e -> choose(choice.getText()));
        parameters = new ParameterControls(strip, this::reopen);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(parameters.control());
        state = new Label(strip, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(260, SWT.DEFAULT).applyTo(state);
    }

    /** Opens the data set with that id, with its defaults; the first one if there is none with it. */
    void choose(String id) {
        int index = Math.max(0, choice.indexOf(id));
        if (providers.isEmpty()) {
            state.setText("No data set is installed.");
            return;
        }
        choice.select(index);
        DatasetProvider provider = providers.get(index);
        choice.setToolTipText(provider.describe().summary());
        part.getPersistedState().put(CHOSEN, provider.describe().id());
        parameters.show(provider.describe().parameters());
        reopen();
    }

    private void reopen() {
        DatasetProvider provider = providers.get(choice.getSelectionIndex());
        var given = parameters.values();
        say("Opening…");
        worker.submit("open", () -> {
            OpenDataset opened = new OpenDataset(provider,
                    provider.open(Parameters.bind(provider.describe().parameters(), given,
                            "data set '" + provider.describe().id() + "'")));
            later(() -> show(opened));
        });
    }

    private void show(OpenDataset opened) {
        open = opened;
        say(opened.size() + " observations of " + opened.dataset().observation());
        factors.show(opened.dataset().factors());
        factors.set(opened.first());
        tabs.show(opened); // afterwards, as it draws what the controls have
    }

    private void random() {
        if (open != null) {
            factors.set(open.any());
        }
    }

    /** Draws one observation; what was asked for before and has not begun is out of date. */
    private void draw(int[] row) {
        OpenDataset shown = open;
        worker.submit("draw", () -> {
            int[] nearest = ListedRows.nearest(shown.dataset(), row);
            String title = Arrays.equals(nearest, row) ? "" : "Nearest: " + shown.differences(nearest, row);
            Bitmap image = ObservationPictures.of(shown.dataset(), nearest, RandomStreams.derive(0, "browse"))[0];
            int longer = Math.max(image.width(), image.height());
            double size = (double) longer * Math.max(1, LARGE / longer);
            later(() -> {
                shownPicture = Arrays.hashCode(image.rgb());
                picture.show(List.of(new ImageGrid(title, List.of(), List.of(), List.of(List.of(image)), size)), "");
            });
        });
    }

    /** Tells pictures of the single observation apart; 0 before the first one. */
    public int pictureHash() {
        return shownPicture;
    }

    /** What the view says about itself: how many observations there are, or what is wrong. */
    public String state() {
        return state.getText();
    }

    private void later(Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!state.isDisposed()) {
                    work.run();
                }
            });
        }
    }

    private void failed(RuntimeException e) {
        ILog.of(DatasetsPart.class).warn("A data set cannot be shown.", e);
        later(() -> say(String.valueOf(e.getMessage())));
    }

    private void say(String sentence) {
        state.setText(sentence);
        state.setToolTipText(sentence);
        state.getParent().layout();
    }

    @Focus
    void focus() {
        choice.setFocus();
    }

    @PreDestroy
    void close() {
        worker.finish(() -> { });
    }
}
