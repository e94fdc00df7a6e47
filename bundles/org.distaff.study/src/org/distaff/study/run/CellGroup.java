package org.distaff.study.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.distaff.study.plan.Cell;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/**
 * The cells of one setting: equal in everything but the seed.
 *
 * @param planned  the cells of the study, by seed
 * @param finished those of them that the store has
 */
record CellGroup(List<Cell> planned, List<StoredCell> finished) {

    /** The groups of a study's cells, as the store has them now. */
    static List<CellGroup> of(Collection<Cell> cells, Store store) {
        Map<Map<String, Object>, List<Cell>> settings = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Map<String, Object> setting = new HashMap<>(cell.description());
            setting.remove("seed");
            settings.computeIfAbsent(setting, s -> new ArrayList<>()).add(cell);
        }
        return settings.values().stream().map(group -> of(group, store)).toList();
    }

    private static CellGroup of(List<Cell> group, Store store) {
        List<Cell> planned = group.stream().sorted(Comparator.comparingLong(Cell::seed)).toList();
        return new CellGroup(planned, planned.stream().map(store::find).flatMap(Optional::stream).toList());
    }

    /** Whether nothing more is to be waited for: every cell is finished, or failed. */
    boolean isReady(Set<String> failed) {
        Set<String> there = Set.copyOf(peers());
        return planned.stream().map(Cell::id).allMatch(id -> there.contains(id) || failed.contains(id));
    }

    /** Ids of the finished cells, by seed. */
    List<String> peers() {
        return finished.stream().map(stored -> stored.cell().id()).toList();
    }
}
