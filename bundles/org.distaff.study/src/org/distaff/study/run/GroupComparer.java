package org.distaff.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.onnx.session.Execution;
import org.distaff.study.evaluate.ComparisonRequest;
import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.CellDataset;
import org.distaff.study.store.MeasuredScores;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.Workplace;

/**
 * Compares the finished cells of each setting of a study and adds what is found to each of them. The fact
 * {@value #PEERS} says which cells were compared; as long as they are the same, nothing is done again.
 */
final class GroupComparer {

    /** Fact with the ids of all cells that were compared, by seed, in the order of the matrices' rows. */
    static final String PEERS = "peers";

    private final Store store;
    private final Contributions contributions;
    private final GroupMeasurer measurer;
    private final Execution execution;
    private final List<ComparisonRequest> requests;

    GroupComparer(Study study, Store store, Contributions contributions, GroupMeasurer measurer, Execution execution) {
        this.store = store;
        this.contributions = contributions;
        this.measurer = measurer;
        this.execution = execution;
        this.requests = study.metrics().stream().filter(entry -> isComparison(entry, contributions))
                .map(entry -> new ComparisonRequest(contributions.comparison(entry.id()),
                        Parameters.of(contributions.comparison(entry.id()), entry.parameters()))).toList();
    }

    /** Whether an entry among a study's metrics compares models. */
    static boolean isComparison(Study.MetricEntry entry, Contributions contributions) {
        return contributions.comparisons().stream().anyMatch(c -> c.describe().id().equals(entry.id()));
    }

    /** Whether the study asks for comparisons at all. */
    boolean isWanted() {
        return !requests.isEmpty();
    }

    /**
     * How it ended.
     *
     * @param failures a sentence for each comparison of a group that failed
     * @param left     how many comparisons were left to another run, which works on some of the cells
     * @param complete whether no others are missing; false after cancelling or when the time budget ran out
     */
    record Outcome(List<String> failures, int left, boolean complete) {
    }

    /**
     * Compares the groups whose cells are all finished or failed and whose peers have changed.
     *
     * @param cells    all cells of the study, whatever this run's share of them is
     * @param deadline after which no further group starts
     */
    Outcome run(List<Cell> cells, RunDeadline deadline, RunListener listener, Progress progress) {
        List<String> failures = new ArrayList<>();
        if (!isWanted()) {
            return new Outcome(failures, 0, true);
        }
        int left = 0;
        Set<String> failed = store.failures().keySet();
        List<CellGroup> groups = CellGroup.of(cells, store).stream().filter(g -> g.isReady(failed)).toList();
        int steps = groups.size() * requests.size();
        for (int step = 0; step < steps; step++) {
            CellGroup group = groups.get(step / requests.size());
            ComparisonRequest request = requests.get(step % requests.size());
            if (isDone(group, request)) {
                continue;
            }
            if (progress.cancelled() || deadline.isOver()) {
                return new Outcome(failures, left, false);
            }
            try {
                left += compare(group, request, listener,
                        progress.part((double) step / steps, (step + 1.0) / steps)) ? 0 : 1;
            } catch (Cancelled e) {
                return new Outcome(failures, left, false);
            } catch (Problem e) {
                failures.add(told(group, request, e.getMessage(), listener));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                failures.add(told(group, request, "Unexpected: " + e + ".", listener));
            }
        }
        return new Outcome(failures, left, true);
    }

    private boolean isDone(CellGroup group, ComparisonRequest request) {
        Description comparison = request.comparison().describe();
        return group.finished().stream().allMatch(cell -> store
                .facts(cell, comparison.id(), comparison.version(), request.parameters().values())
                .filter(facts -> group.peers().equals(facts.get(PEERS))).isPresent());
    }

    /**
     * Claims the cells in the same order as every run does, so that of two runs that compare a group one goes on.
     *
     * @return whether it was done; not when another run works on some of the cells
     */
    private boolean compare(CellGroup group, ComparisonRequest request, RunListener listener, Progress progress) {
        List<Workplace> claimed = new ArrayList<>();
        try {
            for (StoredCell cell : group.finished()) {
                Optional<Workplace> workplace = store.claim(cell.cell());
                if (workplace.isEmpty()) {
                    return false;
                }
                claimed.add(workplace.get());
            }
            if (!isDone(group, request)) { // otherwise another process was faster
                add(group, request, measure(group, request, progress));
                listener.compared(group.finished().stream().map(StoredCell::cell).toList());
            }
            return true;
        } finally {
            claimed.forEach(Workplace::close);
        }
    }

    private List<Scores> measure(CellGroup group, ComparisonRequest request, Progress progress) {
        Description comparison = request.comparison().describe();
        if (group.finished().size() < 2) {
            return List.of(alone(comparison));
        }
        progress.report(0, comparison.id() + " of " + group.finished().size() + " cells like " + label(group));
        List<Path> folders = group.finished().stream().map(StoredCell::folder).toList();
        return measurer.compare(folders, CellDataset.open(group.planned().get(0), contributions), request, execution,
                progress);
    }

    /** What a comparison says of a model that has nobody to be compared with. */
    private static Scores alone(Description comparison) {
        Scores scores = new Scores(Map.of(), Map.of(), Map.of(), List.of("There is only one finished cell of this "
                + "setting and nothing to compare it with; add seeds to the study."));
        for (ScoreMeaning meaning : comparison.scores()) {
            scores = meaning.name().contains("*") ? scores : scores.and(meaning.name(), Double.NaN);
        }
        return scores;
    }

    private void add(CellGroup group, ComparisonRequest request, List<Scores> scores) {
        Description comparison = request.comparison().describe();
        for (int i = 0; i < scores.size(); i++) {
            store.addScores(group.finished().get(i), List.of(new MeasuredScores(comparison.id(), comparison.version(),
                    request.parameters().values(), Measurer.SEED, scores.get(i).fact(PEERS, group.peers()))));
        }
    }

    private String told(CellGroup group, ComparisonRequest request, String why, RunListener listener) {
        String sentence = "Comparing " + group.finished().size() + " cells like " + label(group) + " by "
                + request.comparison().describe().id() + ": " + why;
        listener.comparisonFailed(sentence);
        return sentence;
    }

    private String label(CellGroup group) {
        return group.planned().get(0).label(contributions);
    }
}
