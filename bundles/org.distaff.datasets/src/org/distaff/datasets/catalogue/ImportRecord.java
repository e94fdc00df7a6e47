package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.distaff.core.data.ImportedFile;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.PublishedFile;

/**
 * What an import left behind: one small properties file per data set.
 *
 * @param files    the files it was made of
 * @param images   the file that images are read from
 * @param position of the first image in it; 0 for a cache, which has a header of its own
 * @param count    number of images
 * @param bytes    length of that file
 * @param modified when it was changed last, milliseconds since 1970
 * @param digest   SHA-256 of the content
 */
record ImportRecord(List<ImportedFile> files, Path images, long position, long count, long bytes, long modified,
        String digest) {

    private static final String NAME = "import.properties";
    private static final int MAXIMUM_BYTES = 1 << 20;

    /** Reads what was imported into a folder; empty when nothing was. */
    static Optional<ImportRecord> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw damaged(file, null);
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return Optional.of(of(properties));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static Problem damaged(Path file, Exception cause) {
        return Problem.input(file + " is damaged; import the data set again.", cause);
    }

    private static ImportRecord of(Properties properties) {
        List<ImportedFile> files = new ArrayList<>();
        for (int i = 0; properties.containsKey("file." + i); i++) {
            files.add(new ImportedFile(Path.of(need(properties, "file." + i)), number(properties, "bytes." + i),
                    need(properties, "sha256." + i), ImportedFile.Origin.valueOf(
                            properties.getProperty("origin." + i, ImportedFile.Origin.UNKNOWN.name()))));
        }
        return new ImportRecord(files, Path.of(need(properties, "images")), number(properties, "position"),
                number(properties, "count"), number(properties, "bytes"), number(properties, "modified"),
                need(properties, "digest"));
    }

    private static String need(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static long number(Properties properties, String key) {
        return Long.parseLong(need(properties, key)); // NumberFormatException is an IllegalArgumentException
    }

    /** Names the observations for ever; tells when they are not those of the published files. */
    String name() {
        boolean unverified = files.stream().anyMatch(file -> file.origin() == ImportedFile.Origin.DIFFERENT);
        return (unverified ? "unverified-" : "") + digest;
    }

    /** Makes this the import of a folder. */
    void write(Path folder) throws IOException {
        Properties properties = new Properties();
        for (int i = 0; i < files.size(); i++) {
            properties.setProperty("file." + i, files.get(i).path().toString());
            properties.setProperty("bytes." + i, String.valueOf(files.get(i).bytes()));
            properties.setProperty("sha256." + i, files.get(i).sha256());
            properties.setProperty("origin." + i, files.get(i).origin().name());
        }
        properties.setProperty("images", images.toString());
        properties.setProperty("position", String.valueOf(position));
        properties.setProperty("count", String.valueOf(count));
        properties.setProperty("bytes", String.valueOf(bytes));
        properties.setProperty("modified", String.valueOf(modified));
        properties.setProperty("digest", digest);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        PublishedFile.write(folder.resolve(NAME), out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Whether the file that images are read from is the one that was imported: its length, and for a file of the user's
     * the time of its last change.
     */
    boolean isPresent() {
        try {
            return Files.isRegularFile(images) && Files.size(images) == bytes
                    && (position == 0 || Files.getLastModifiedTime(images).toMillis() == modified);
        } catch (IOException e) {
            throw new UncheckedIOException(images + " cannot be examined", e);
        }
    }
}
