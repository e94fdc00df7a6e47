package org.distaff.ui.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.distaff.core.metric.Groups;
import org.distaff.study.store.StoredMatrix;
import org.distaff.study.store.StoredScores;

/**
 * Groups of latents and factors in a cell: those that a metric left as matrices "…thresholds" and "…merges", or those
 * of a latent × factor matrix.
 *
 * @param strengths  the matrix that has the latents and factors
 * @param thresholds null where the groups are found from the strengths
 * @param merges     likewise
 */
record StoredGroups(String label, StoredMatrix strengths, StoredMatrix thresholds, StoredMatrix merges) {

    private static final String THRESHOLDS = "thresholds";
    private static final String MERGES = "merges";

    /** Whether a matrix is one of the two tables rather than something to look at by itself. */
    static boolean isPart(StoredMatrix matrix) {
        return matrix.name().endsWith(THRESHOLDS) || matrix.name().endsWith(MERGES);
    }

    /** All groups of a cell, those that a metric left first. */
    static List<StoredGroups> of(Path cellFolder) {
        List<StoredMatrix> all = StoredScores.read(cellFolder).stream().flatMap(s -> s.matrices().stream()).toList();
        List<StoredMatrix> strengths = all.stream().filter(StoredMatrix::latentByFactor).toList();
        List<StoredGroups> groups = new ArrayList<>();
        for (StoredMatrix matrix : all) {
            if (matrix.name().endsWith(THRESHOLDS)) {
                stored(matrix, all, strengths).ifPresent(groups::add);
            }
        }
        for (StoredMatrix matrix : strengths) {
            if (groups.stream().noneMatch(found -> found.strengths.equals(matrix))) {
                groups.add(new StoredGroups(MatricesView.label(matrix), matrix, null, null));
            }
        }
        return groups;
    }

    private static Optional<StoredGroups> stored(StoredMatrix thresholds, List<StoredMatrix> all,
            List<StoredMatrix> strengths) {
        String kind = kind(thresholds, THRESHOLDS);
        Optional<StoredMatrix> merges = all.stream().filter(m -> m.metricId().equals(thresholds.metricId())
                && m.name().endsWith(MERGES) && kind(m, MERGES).equals(kind)).findFirst();
        Optional<StoredMatrix> names = strengths.stream().filter(m -> m.metricId().equals(thresholds.metricId())
                && m.name().contains(kind)).findFirst().or(() -> strengths.stream().findFirst());
        return merges.isEmpty() || names.isEmpty() ? Optional.empty() : Optional.of(new StoredGroups(
                thresholds.metricId() + " · " + kind, names.get(), thresholds, merges.get()));
    }

    /** "importance" of "importance-thresholds". */
    private static String kind(StoredMatrix matrix, String ending) {
        String kind = matrix.name().substring(0, matrix.name().length() - ending.length());
        return kind.endsWith("-") ? kind.substring(0, kind.length() - 1) : kind;
    }

    List<String> latents() {
        return strengths.rows();
    }

    List<String> factors() {
        return strengths.columns();
    }

    /** Reads or finds them; reads files. */
    Groups read() {
        return thresholds == null ? Groups.of(strengths.read()) : new Groups(thresholds.read(), merges.read());
    }
}
