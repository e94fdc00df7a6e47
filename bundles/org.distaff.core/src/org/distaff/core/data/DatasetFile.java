package org.distaff.core.data;

import java.net.URI;
import java.util.List;

/**
 * A file that a data set is made of, as its authors publish it.
 *
 * @param name    file name; a glob such as {@code *.mat} stands for one or more files
 * @param md5     published MD5 digest in lower-case hexadecimal, or "" when none was published
 * @param mirrors where it can be downloaded, the preferred place first; empty when there is no direct link
 */
public record DatasetFile(String name, String md5, List<URI> mirrors) {

    public DatasetFile {
        mirrors = List.copyOf(mirrors);
    }
}
