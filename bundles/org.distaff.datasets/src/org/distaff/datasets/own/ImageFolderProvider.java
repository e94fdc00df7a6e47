package org.distaff.datasets.own;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Digests;
import org.distaff.datasets.file.ListedDataset;
import org.distaff.datasets.file.table.TextColumns;

/** Contributes {@code image-folder}. */
public final class ImageFolderProvider implements DatasetProvider {

    private static final String ID = "image-folder";
    private static final int MAXIMUM_FILES = 500_000;
    private static final int MAXIMUM_DEPTH = 8;

    @Override
    public Description describe() {
        return Description.of(ID, "Own pictures")
                .summary("PNG and JPEG files of your own folder, with a table of factors if you have one")
                .help("""
                        Without a table all pictures in the folder and below it, in the order of their paths, and no factors. \
                        With one, a picture per row: the column 'file' (or what 'column' names) has its path within the \
                        folder, and the other columns are factors: numbers in ascending order, words in alphabetical order. \
                        The middle square of each picture is resized to the resolution (Lanczos, as Pillow does it). The \
                        digest is of all files, so opening reads them once.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled "
                        + "Representations, ICML 2019, §2, on what factors of variation are")
                .parameter(OwnFiles.named("folder", "folder of the pictures"))
                .parameter(OwnFiles.TABLE).parameter(OwnFiles.FACTORS)
                .parameter(Parameter.text("column", "file").meaning("column of the table that names the picture files"))
                .parameter(Parameter.integer("resolution", 64).range(4, 512).meaning("pixels per axis"))
                .parameter(Parameter.choice("colours", "rgb", "grey").meaning("three channels or one"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        Path folder = OwnFiles.path(parameters, "folder", ID);
        try {
            Optional<TextColumns> table = OwnFiles.table(parameters);
            String column = parameters.text("column");
            List<Path> files = table.isEmpty() ? all(folder) : named(folder, table.get(), column);
            int resolution = parameters.integer("resolution");
            int channels = parameters.text("colours").equals("rgb") ? 3 : 1;
            return new ListedDataset(new PictureTable(files, new ObservationShape(channels, resolution, resolution)),
                    OwnFiles.listed(table, parameters, column, files.size()), ObservationKind.IMAGE,
                    ID + "/1/" + channels + "/" + resolution + "/" + OwnFiles.factors(parameters) + "/"
                            + digest(files, table));
        } catch (IOException e) {
            throw OwnFiles.unreadable(folder, e);
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder, MAXIMUM_DEPTH)) {
            List<Path> files = found.filter(file -> file.toString().toLowerCase(Locale.ROOT)
                    .matches("(?s).*[.](png|jpe?g)") && Files.isRegularFile(file)).limit(MAXIMUM_FILES + 1L).sorted().toList();
            if (files.isEmpty() || files.size() > MAXIMUM_FILES) {
                throw Problem.input(folder + " holds " + (files.isEmpty() ? "no" : "more than " + MAXIMUM_FILES)
                        + " PNG or JPEG files; name another folder.");
            }
            return files;
        }
    }

    private static List<Path> named(Path folder, TextColumns table, String column) throws IOException {
        List<String> names = table.column(column).orElseThrow(() -> Problem.input(table.name() + " has no column '" + column
                + "' that names the pictures, only " + String.join(", ", table.names()) + "; name it with 'column'."));
        Path inside = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path file = inside.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw Problem.input(table.name() + ", row " + (files.size() + 1) + " after the header: there is no file '"
                        + name + "' in " + folder + "; correct column '" + column + "' or 'folder'.");
            }
            if (!file.toRealPath().startsWith(inside)) {
                throw Problem.input(table.name() + " names '" + name + "', which lies outside " + folder
                        + "; only files within it are read.");
            }
            files.add(file);
        }
        if (files.isEmpty()) {
            throw Problem.input(table.name() + " has no rows.");
        }
        return files;
    }

    private static String digest(List<Path> files, Optional<TextColumns> table) throws IOException {
        MessageDigest sha256 = Digests.digest("SHA-256");
        for (Path file : files) {
            sha256.update(Files.readAllBytes(file));
            sha256.update((byte) 0);
        }
        if (table.isPresent()) {
            sha256.update(table.get().values().toString().getBytes(StandardCharsets.UTF_8));
        }
        return Digests.hex(sha256);
    }
}
