package org.distaff.ui.study;

import java.nio.file.Path;

import org.distaff.study.file.StudyFile;
import org.eclipse.core.resources.IFile;

/** Where a study's store lies: a folder beside the study file. */
public final class StudyStore {

    /** How a store's name ends. */
    static final String ENDING = ".store";

    private StudyStore() {
    }

    /** {@code my.store} beside {@code my.study.yaml}. */
    public static Path of(IFile study) {
        Path file = study.getLocation().toPath();
        String name = file.getFileName().toString();
        String stem = name.endsWith(StudyFile.ENDING) ? name.substring(0, name.length() - StudyFile.ENDING.length())
                : name;
        return file.resolveSibling(stem + ENDING);
    }
}
