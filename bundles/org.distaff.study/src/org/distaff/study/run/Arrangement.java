package org.distaff.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.SideBySide;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.CellDataset;

/**
 * Which cells are trained side by side as one program: those that agree on data set, training settings and what their
 * model calls the {@link SideBySide#key}, in the study's order, as many at a time as gain from it or as the user wants.
 *
 * @param groups   all cells, those that train alone as groups of one
 * @param sentence what was decided, for the user
 */
public record Arrangement(List<List<Cell>> groups, String sentence) {

    /** Cells of one kind, and what their model says of them. */
    private record Kin(SideBySide sideBySide, List<Cell> cells) {
    }

    /**
     * Arranges cells that have to be trained.
     *
     * @param jobs groups at the same time; cells that would each have a core of their own are dealt out to all of them
     */
    public static Arrangement of(List<Cell> cells, RunOptions options, int jobs, Contributions contributions) {
        if (options.together() == 1 || cells.size() < 2) {
            return new Arrangement(cells.stream().map(List::of).toList(), "Every cell is trained by itself.");
        }
        Map<List<Object>, Kin> kinds = new LinkedHashMap<>();
        List<List<Cell>> groups = new ArrayList<>();
        Opened opened = new Opened(contributions);
        for (Cell cell : cells) {
            Optional<SideBySide> found = sideBySide(cell, options.device(), opened, contributions);
            if (found.isEmpty()) {
                groups.add(List.of(cell));
                continue;
            }
            List<Object> key = List.of(cell.dataset(), cell.modelId(), cell.training(), found.get().key());
            kinds.computeIfAbsent(key, k -> new Kin(found.get(), new ArrayList<>())).cells().add(cell);
        }
        for (Kin kin : kinds.values()) {
            int size = size(kin, options.together(), jobs);
            for (int from = 0; from < kin.cells().size(); from += size) {
                groups.add(List.copyOf(kin.cells().subList(from, Math.min(from + size, kin.cells().size()))));
            }
        }
        Map<Cell, Integer> order = new IdentityHashMap<>();
        cells.forEach(cell -> order.put(cell, order.size()));
        groups.sort(Comparator.comparing(group -> order.get(group.get(0))));
        return new Arrangement(List.copyOf(groups), sentence(groups, !kinds.isEmpty()));
    }

    /** The data set of the last cell: cells stand in the order of their data sets, and one at a time is enough. */
    private static final class Opened {

        private final Contributions contributions;
        private Study.DatasetEntry entry;
        private Dataset dataset;

        Opened(Contributions contributions) {
            this.contributions = contributions;
        }

        Dataset of(Cell cell) {
            if (!cell.dataset().equals(entry)) {
                dataset = CellDataset.open(cell, contributions);
                entry = cell.dataset();
            }
            return dataset;
        }
    }

    private static int size(Kin kin, int wanted, int jobs) {
        if (wanted > 0) {
            return wanted;
        }
        int limit = kin.sideBySide().limit();
        return kin.sideBySide().accelerated() ? limit
                : Math.max(1, Math.min(limit, Math.ceilDiv(kin.cells().size(), jobs)));
    }

    private static Optional<SideBySide> sideBySide(Cell cell, String device, Opened opened,
            Contributions contributions) {
        try {
            return contributions.model(cell.modelId()).together(CellRunner.context(cell, opened.of(cell), contributions,
                    device, Path.of(""), Progress.NONE));
        } catch (Problem e) {
            return Optional.empty(); // its own training says what is wrong, and fails it alone
        }
    }

    private static String sentence(List<List<Cell>> groups, boolean able) {
        int many = (int) groups.stream().filter(group -> group.size() > 1).count();
        if (many == 0) {
            return "Every cell is trained by itself: " + (able ? "side by side they would gain nothing here."
                    : "their models do not train side by side.");
        }
        int cells = groups.stream().mapToInt(List::size).filter(size -> size > 1).sum();
        int largest = groups.stream().mapToInt(List::size).max().orElseThrow();
        return cells + " cells are trained side by side in " + many + (many == 1 ? " group of " : " groups of up to ")
                + largest + ".";
    }
}
