package org.distaff.study.plan;

import java.util.List;

import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;

/** Turns a study into its cells. */
public final class Planner {

    private Planner() {
    }

    /** The cells in the study's order: data sets, models, grid points, seeds fastest. */
    public static List<Cell> plan(Study study, Contributions contributions) {
        throw new IllegalStateException("stub");
    }
}
