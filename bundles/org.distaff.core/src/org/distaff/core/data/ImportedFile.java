package org.distaff.core.data;

import java.nio.file.Path;

/**
 * A file of an imported data set.
 *
 * @param path   where it was when it was imported, absolute
 * @param bytes  its length
 * @param sha256 its digest in lower-case hexadecimal
 * @param origin whether it is the published file
 */
public record ImportedFile(Path path, long bytes, String sha256, Origin origin) {

    /** What comparing a file's digest with the published one said. */
    public enum Origin {
        /** They are equal. */
        PUBLISHED,
        /** Its authors publish none; header and number of images were checked. */
        UNKNOWN,
        /** They differ; the user took the file all the same. */
        DIFFERENT
    }
}
