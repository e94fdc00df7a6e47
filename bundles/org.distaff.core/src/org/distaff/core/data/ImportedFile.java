package org.distaff.core.data;

import java.nio.file.Path;

/**
 * A file of an imported data set.
 *
 * @param path   where it was when it was imported, absolute
 * @param bytes  its length
 * @param sha256 its digest in lower-case hexadecimal
 */
public record ImportedFile(Path path, long bytes, String sha256) {
}
