package org.distaff.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.describe.Nearest;
import org.distaff.core.failure.Problem;

/** A file that a command line names. */
public final class InputFile {

    private InputFile() {
    }

    /**
     * The path of a file that must be there.
     *
     * @param option how the user named it ("--codes"), for messages
     * @throws Problem (input) when it is missing or no file, with the nearest name beside it
     */
    public static Path existing(String path, String option) {
        Path file = path(path, option);
        if (Files.isDirectory(file)) {
            throw Problem.input(option + ": " + file + " is a folder; name a file in it.");
        }
        if (!Files.exists(file)) {
            throw Problem.input(option + ": there is no file " + file + "."
                    + Nearest.to(String.valueOf(file.getFileName()), siblings(file))
                            .map(n -> " Did you mean '" + n + "'?").orElse(""));
        }
        return file;
    }

    /** A path, whether something is there or not. */
    public static Path path(String path, String option) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw Problem.input(option + ": '" + path + "' is no path (" + e.getReason() + ").", e);
        }
    }

    private static List<String> siblings(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(1000).map(p -> p.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of(); // a suggestion is a courtesy; the problem itself is told anyway
        }
    }

    /** What names the file's content in provenance: its path as given and its SHA-256. */
    public static Map<String, Object> facts(Path file) throws IOException {
        return Map.of("file", file.toString(), "sha256", sha256(file));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads one array: of a {@code .npy} file, or out of a {@code .npz} archive.
     *
     * @param names names it may have in an archive, the preferred one first; an archive with a single array needs none
     */
    public static NpyArray array(Path file, String option, String... names) {
        if (!file.toString().endsWith(".npz")) {
            return NumpyFile.array(file);
        }
        Map<String, NpyArray> arrays = NumpyFile.archive(file);
        for (String name : names) {
            if (arrays.containsKey(name)) {
                return arrays.get(name);
            }
        }
        if (arrays.size() == 1) {
            return arrays.values().iterator().next();
        }
        throw Problem.input(option + ": " + file + " holds no array '" + names[0] + "'; it holds "
                + String.join(", ", arrays.keySet()) + ".");
    }
}
