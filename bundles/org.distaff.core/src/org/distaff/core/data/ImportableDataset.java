package org.distaff.core.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;

/**
 * A published data set whose files the user has, or downloads, and makes known once; opening it before that is a
 * {@link Problem} that names {@code distaff dataset import}. Stateless: what was imported is kept in the user's data
 * folder.
 */
public interface ImportableDataset extends DatasetProvider {

    DatasetCard card();

    /** The files that were imported; empty before that. Reads one small file. */
    List<ImportedFile> imported();

    /**
     * Verifies the files (names, digests, headers), makes them ready for reading at random, and registers them. All or
     * nothing: when it fails or is cancelled, what was imported before is still there.
     *
     * @param files   files, or folders that hold them
     * @param options how they are taken over
     * @return what was imported
     * @throws Problem   (input) when a file is missing, is not the published one or is damaged
     * @throws Cancelled when the user stops it
     */
    List<ImportedFile> install(List<Path> files, ImportOptions options, Progress progress) throws IOException;

    /**
     * Downloads the files into the user's data folder; goes on where a former attempt stopped.
     *
     * @return the files, ready for {@link #install}
     * @throws Problem   when they cannot be downloaded, or are not the published ones
     * @throws Cancelled when the user stops it
     */
    List<Path> download(Progress progress) throws IOException;
}
