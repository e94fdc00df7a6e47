package org.distaff.core.data;

/**
 * How the files of a published data set are taken over.
 *
 * @param copy       whether the data set must go on working when the user removes the files
 * @param unverified whether a file is accepted that has another digest than the published one, such as a mirror's that
 *                   was compressed anew; the data set's digest then begins with {@code unverified}
 */
public record ImportOptions(boolean copy, boolean unverified) {

    /** Files stay where they are and must be the published ones. */
    public static final ImportOptions USUAL = new ImportOptions(false, false);
}
