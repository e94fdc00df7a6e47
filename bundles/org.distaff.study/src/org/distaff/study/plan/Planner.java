package org.distaff.study.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;

/** Turns a study into its cells. */
public final class Planner {

    private Planner() {
    }

    /**
     * The cells in the study's order: data sets, models, grid points, seeds fastest. A cell that the study names twice
     * appears once.
     */
    public static List<Cell> plan(Study study, Contributions contributions) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Study.DatasetEntry dataset : study.datasets()) {
            String digest = dataset.open(contributions).digest();
            for (Study.ModelEntry model : study.models()) {
                String version = contributions.model(model.id()).describe().version();
                for (Map<String, Object> setting : model.settings()) {
                    for (long seed : study.seeds()) {
                        Cell cell = new Cell(dataset.id(), dataset.parameters(), dataset.modifiers(), digest,
                                model.id(), version, setting, model.training(), seed);
                        cells.putIfAbsent(cell.id(), cell);
                    }
                }
            }
        }
        return List.copyOf(cells.values());
    }
}
