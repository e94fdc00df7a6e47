package org.distaff.ui.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.distaff.core.describe.Description;
import org.distaff.core.metric.Groups;
import org.distaff.plot.Figure;
import org.distaff.plot.figure.Dendrogram;
import org.distaff.plot.figure.ThresholdCurve;
import org.distaff.study.store.StoredCell;
import org.distaff.ui.ResultView;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Which latents and factors belong together, whatever the threshold: how many groups there are as it falls, and where
 * they merge (Locatello et al., A Sober Look at the Unsupervised Learning of Disentangled Representations and their
 * Evaluation, Journal of Machine Learning Research 21(209), 2020).
 */
public final class GroupsView implements ResultView {

    private static final double WIDTH = 440;
    private static final double HEIGHT = 190;

    @Override
    public Description describe() {
        return Description.of("groups", "Groups")
                .summary("Which latents and factors form groups as a threshold falls, and where groups merge");
    }

    @Override
    public Control create(Composite parent, StoredCell cell) {
        FigurePane pane = new FigurePane(parent, "Groups", null);
        Path folder = cell.folder();
        pane.offer(() -> StoredGroups.of(folder).stream().map(groups -> new FigurePane.Choice(groups.label(),
                option -> figures(groups))).toList(), "No metric of this cell relates latents to factors; add mig, dci "
                        + "or sap to the study's metrics and run it again.");
        return pane.control();
    }

    private static List<Figure> figures(StoredGroups stored) {
        Groups groups = stored.read();
        double[] most = Arrays.stream(groups.thresholds().values()).max(Comparator.comparingDouble((double[] p) -> p[1])
                .thenComparingDouble(p -> -p[0])).orElse(new double[] {Double.NaN, 0});
        String title = String.format(Locale.ROOT, "%s: at most %.0f groups, %d factors", stored.label(), most[1],
                stored.factors().size());
        String merges = most[1] > 0 ? String.format(Locale.ROOT, "Where they merge; colours: groups at %.3f", most[0])
                : "No latent is related to a factor";
        Dendrogram dendrogram = new Dendrogram(merges, stored.latents(), stored.factors(), groups.merges(),
                most[1] > 0 ? most[0] : Double.NaN, WIDTH);
        return List.of(new ThresholdCurve(title, groups.thresholds(), stored.factors().size(), dendrogram.left(), WIDTH,
                HEIGHT), dendrogram);
    }
}
