package org.distaff.ui.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.metric.Matrix;
import org.distaff.plot.figure.HeatMap;
import org.distaff.plot.figure.OwningFactor;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.StoredMatrix;
import org.distaff.study.store.StoredScores;
import org.distaff.ui.ResultView;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * The votes of the FactorVAE score: how often each latent was the stillest one while each factor was held. The factor
 * that the majority vote gives a latent, learnt from the training votes, has a frame.
 */
public final class VotesView implements ResultView {

    private static final String TRAINING = "votes";
    private static final String JUDGED = "eval-votes";

    @Override
    public Description describe() {
        return Description.of("votes", "Votes")
                .summary("How often each latent stood still while a factor was held, and the classifier's choice");
    }

    @Override
    public Control create(Composite parent, StoredCell cell) {
        FigurePane pane = new FigurePane(parent, "Votes", "Order latents by owning factor");
        Path folder = cell.folder();
        pane.offer(() -> choices(folder), "This cell has no votes; add factor-vae-score to the study's metrics and run "
                + "it again.");
        return pane.control();
    }

    private static List<FigurePane.Choice> choices(Path folder) {
        return StoredScores.read(folder).stream()
                .filter(scores -> find(scores, TRAINING).isPresent())
                .map(scores -> new FigurePane.Choice(scores.metricId(), order -> tables(scores, order))).toList();
    }

    private static List<HeatMap> tables(StoredScores scores, boolean sorted) {
        Matrix votes = find(scores, TRAINING).orElseThrow().read();
        List<Integer> order = sorted ? OwningFactor.order(votes)
                : IntStream.range(0, votes.rows().size()).boxed().toList();
        List<Integer> choice = OwningFactor.of(OwningFactor.rows(votes, order));
        List<HeatMap> tables = new ArrayList<>();
        tables.add(new HeatMap("Training votes, majority framed", OwningFactor.rows(votes, order), choice));
        find(scores, JUDGED).map(StoredMatrix::read).filter(judged -> judged.rows().equals(votes.rows()))
                .ifPresent(judged -> tables.add(new HeatMap("Judged votes, right ones framed",
                        OwningFactor.rows(judged, order), choice)));
        return tables;
    }

    private static Optional<StoredMatrix> find(StoredScores scores, String name) {
        return scores.matrices().stream().filter(matrix -> matrix.name().equals(name)).findFirst();
    }
}
