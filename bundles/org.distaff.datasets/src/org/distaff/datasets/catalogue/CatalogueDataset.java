package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.ImportableDataset;
import org.distaff.core.data.ImportOptions;
import org.distaff.core.data.ImportedFile;
import org.distaff.core.progress.Progress;

/** A published data set whose images are kept in an {@link ImageStore}; a subclass says how rows become observations. */
public abstract class CatalogueDataset implements ImportableDataset {

    private final ImageStore store;

    protected CatalogueDataset(ImageStore store) {
        this.store = store;
    }

    /** Where the images are; variants of a data set share its images. */
    protected final ImageStore store() {
        return store;
    }

    @Override
    public DatasetCard card() {
        return store.card();
    }

    @Override
    public final List<ImportedFile> imported() {
        return store.imported();
    }

    @Override
    public List<ImportedFile> install(List<Path> files, ImportOptions options, Progress progress) throws IOException {
        return store.install(files, options, progress);
    }

    @Override
    public final List<Path> download(Progress progress) throws IOException {
        return Downloads.of(store.id(), store.card(), store.folder(), progress);
    }
}
