package org.distaff.study.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.distaff.core.registry.Contributions;

/** Reads and checks study files. */
public final class StudyFile {

    private StudyFile() {
    }

    /** What reading gave: the study when there is no problem, and every problem that was found. */
    public record Reading(Optional<Study> study, List<StudyProblem> problems) {
    }

    /** Reads a study's text; never throws for what a user wrote. */
    public static Reading read(String text, Contributions contributions) {
        throw new IllegalStateException("stub");
    }

    /** Reads a study file; throws a Problem (input) that lists file:line:column: message for each problem. */
    public static Study load(Path file, Contributions contributions) {
        throw new IllegalStateException("stub");
    }
}
