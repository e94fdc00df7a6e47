package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.data.ImportOptions;
import org.distaff.core.data.ImportedFile;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ImageCache;
import org.distaff.datasets.file.ImageStream;
import org.distaff.datasets.file.ImageTable;
import org.distaff.datasets.file.Pixels;
import org.distaff.datasets.file.PublishedFile;

/**
 * The images of a published data set, once they were imported. Stateless: all is in the data folder.
 *
 * @param id          id of the data set and name of its folder
 * @param card        what is published about it
 * @param counts      allowed numbers of images
 * @param packed      whether images are binary and kept as bits
 * @param preparation how files become images
 */
public record ImageStore(String id, DatasetCard card, List<Long> counts, boolean packed, Preparation preparation) {

    private static final String COPY = "copy";
    private static final String WORKSPACE = "import-";
    private static final double VERIFIED = 0.3;

    /**
     * What opening gives.
     *
     * @param images the images
     * @param digest names their content
     * @param files  what they were made of
     */
    public record Opened(ImageTable images, String digest, List<ImportedFile> files) {
    }

    /** Where everything about the data set is kept. */
    public Path folder() {
        return DataFolder.find().resolve(id);
    }

    /** What was imported; empty before that. */
    public List<ImportedFile> imported() {
        return ImportRecord.read(folder()).map(ImportRecord::files).orElse(List.of());
    }

    /**
     * Opens the images; reads two small pieces of files.
     *
     * @throws Problem (input) when they were not imported, or were moved or changed since
     */
    public Opened open() {
        ImportRecord record = ImportRecord.read(folder()).orElseThrow(() -> Problem.input("Data set '" + id
                + "' is not imported yet: it needs " + SourceFiles.wanted(card) + "; run 'distaff dataset import " + id
                + " FILE…' with what you have" + (isOffered() ? ", or 'distaff dataset import " + id + " --download'."
                        : "; " + card.homepage() + " says where to get it.")));
        if (!record.isPresent()) {
            throw Problem.input(record.images() + " is gone or was changed since data set '" + id
                    + "' was imported; run 'distaff dataset import " + id + " FILE…' again.");
        }
        if (!counts.contains(record.count())) {
            throw Problem.input("The import of data set '" + id + "' in " + folder() + " is damaged; import it again.");
        }
        try {
            ImageTable images = record.position() == 0
                    ? ImageCache.open(record.images(), record.count(), card.observation(), packed)
                    : new ImageTable(FileBytes.open(record.images()), record.position(), record.count(),
                            card.observation(), Pixels.BYTES, true);
            return new Opened(images, record.name(), record.files());
        } catch (IOException e) {
            throw Problem.failed(record.images() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Whether every file of a set can be downloaded. */
    private boolean isOffered() {
        return card.alternatives().stream().anyMatch(set -> set.stream().noneMatch(f -> f.mirrors().isEmpty()));
    }

    /** See {@link org.distaff.core.data.ImportableDataset#install}; one import of a data set at a time. */
    public List<ImportedFile> install(List<Path> given, ImportOptions options, Progress progress) throws IOException {
        SourceFiles files = SourceFiles.find(id, card, given);
        Files.createDirectories(folder());
        try (FileChannel channel = FileChannel.open(folder().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw Problem.input("Data set '" + id + "' is being imported by another process; wait until it ends.");
            }
            deleteLeftovers();
            return install(files, options, progress);
        } catch (OverlappingFileLockException e) {
            throw Problem.input("Data set '" + id + "' is being imported already; wait until that ends.", e);
        }
    }

    private List<ImportedFile> install(SourceFiles files, ImportOptions options, Progress progress) throws IOException {
        Path workspace = Files.createTempDirectory(folder(), WORKSPACE);
        try {
            List<ImportedFile> imported = Verification.of(files, options.unverified(),
                    progress.part(0, VERIFIED));
            ImportRecord record = keep(preparation.prepare(files, workspace, progress.part(VERIFIED, VERIFIED)),
                    imported, options.copy(), progress.part(VERIFIED, 1));
            record.write(folder());
            deleteOthers(record.images());
            return record.files();
        } finally {
            delete(workspace);
        }
    }

    private ImportRecord keep(Preparation.Images images, List<ImportedFile> files, boolean copy, Progress progress)
            throws IOException {
        switch (images) {
            case Preparation.Images.InPlace place -> {
                requireCount(place.count());
                requireShape(place.shape());
                ImportedFile source = files.stream().filter(f -> f.path().equals(place.file())).findFirst()
                        .orElseThrow();
                Path file = copy ? copy(place.file(), progress) : place.file();
                return record(files, file, place.position(), place.count(), source.sha256());
            }
            case Preparation.Images.Converted converted -> {
                try (ImageStream stream = converted.stream()) {
                    requireCount(stream.count());
                    requireShape(stream.shape());
                    Path file = folder().resolve("images-" + Verification.combined(files).substring(0, 16) + ".npy");
                    requireRoom(stream.count() * (packed ? Pixels.PACKED : Pixels.BYTES)
                            .bytes(stream.shape().values()));
                    String digest = ImageCache.write(file, stream, packed, id, progress);
                    return record(files, file, 0, stream.count(), digest);
                }
            }
        }
    }

    private static ImportRecord record(List<ImportedFile> files, Path images, long position, long count,
            String digest) throws IOException {
        return new ImportRecord(files, images, position, count, Files.size(images),
                Files.getLastModifiedTime(images).toMillis(), digest);
    }

    private void requireCount(long count) {
        if (!counts.contains(count)) {
            throw Problem.input("The files hold " + count + " images, but data set '" + id + "' has "
                    + String.join(" or ", counts.stream().map(String::valueOf).toList())
                    + "; check that these are its files.");
        }
    }

    private void requireShape(ObservationShape shape) {
        if (!shape.equals(card.observation())) {
            throw Problem.input("The files hold images of " + shape + ", but data set '" + id + "' has "
                    + card.observation() + "; check that these are its files.");
        }
    }

    private void requireRoom(long bytes) throws IOException {
        long room = Files.getFileStore(folder()).getUsableSpace();
        if (room < bytes) {
            throw Problem.input(String.format(Locale.ROOT, "Data set '%s' needs %.1f GB in %s, where %.1f GB are free; "
                    + "make room, or set DISTAFF_DATA to another folder.", id, bytes / 1e9, folder(), room / 1e9));
        }
    }

    private Path copy(Path file, Progress progress) throws IOException {
        Path copy = folder().resolve(COPY).resolve(file.getFileName());
        requireRoom(Files.size(file));
        long size = Math.max(1, Files.size(file));
        PublishedFile.write(copy, out -> {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[1 << 20];
                long done = 0;
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    progress.check();
                    out.write(buffer, 0, got);
                    done += got;
                    progress.report(Math.min(1, (double) done / size), file.getFileName() + ": copying");
                }
            }
        });
        return copy;
    }

    /** Images of earlier imports are of no use any more. */
    private void deleteOthers(Path kept) throws IOException {
        try (Stream<Path> entries = Files.list(folder())) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().matches("images-.*[.]npy") && !entry.equals(kept)) {
                    Files.delete(entry);
                } else if (entry.endsWith(COPY) && !kept.startsWith(entry)) {
                    delete(entry);
                }
            }
        }
    }

    /** What imports that were killed left behind. */
    private void deleteLeftovers() throws IOException {
        try (Stream<Path> entries = Files.list(folder())) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith(WORKSPACE) && Files.isDirectory(entry) || name.matches("[.].*[.]part")) {
                    delete(entry);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
