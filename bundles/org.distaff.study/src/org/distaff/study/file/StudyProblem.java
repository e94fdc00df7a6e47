package org.distaff.study.file;

/** Something wrong in a study file: where (both counted from 1) and what, with what was expected. */
public record StudyProblem(int line, int column, String message) {
}
