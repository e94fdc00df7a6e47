package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.failure.Problem;

/**
 * The user's files, each found to be a published one by its name.
 *
 * @param set   the published files
 * @param found the user's file or files for each, in the order of their names
 */
public record SourceFiles(List<DatasetFile> set, Map<String, List<Path>> found) {

    private static final int MAXIMUM_FILES = 300_000;
    private static final int MAXIMUM_DEPTH = 4;
    private static final int FEW = 2;

    /**
     * Finds the first set of files that is complete. A set of one file takes any file of that kind whatever its name.
     *
     * @param given files, and folders that are searched four levels deep
     * @throws Problem (input) that says what is missing
     */
    static SourceFiles find(String id, DatasetCard card, List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (!Files.exists(path)) {
                throw Problem.input("There is no file or folder " + path + ".");
            }
            try (Stream<Path> inside = Files.walk(path, MAXIMUM_DEPTH)) {
                inside.filter(Files::isRegularFile).limit(MAXIMUM_FILES).map(Path::toAbsolutePath).sorted()
                        .forEach(files::add);
            }
        }
        List<String> missing = new ArrayList<>();
        for (List<DatasetFile> set : card.alternatives()) {
            Map<String, List<Path>> found = new LinkedHashMap<>();
            for (DatasetFile file : set) {
                List<Path> matching = matching(file.name(), files);
                if (matching.isEmpty() && set.size() == 1 && files.size() == 1) {
                    matching = matching("*" + file.name().substring(file.name().lastIndexOf('.')), files);
                }
                if (!matching.isEmpty()) {
                    found.put(file.name(), matching);
                }
            }
            if (found.size() == set.size()) {
                return new SourceFiles(set, found);
            }
            missing.add(names(set.stream().filter(file -> !found.containsKey(file.name())).toList()));
        }
        throw Problem.input("Data set '" + id + "' needs " + String.join(", or else ", missing) + ", but "
                + (given.isEmpty() ? "no file is given" : String.join(", ", given.stream().map(Path::toString).toList())
                        + (given.size() == 1 ? " is or holds no such file" : " are or hold no such file"))
                + "; name the files, or let '--download' fetch them where they are offered.");
    }

    /** The sets of files of which one is needed; of a large set the first file and how many more. */
    static String wanted(DatasetCard card) {
        return String.join(", or else ", card.alternatives().stream().map(set -> set.size() <= FEW ? names(set)
                : set.get(0).name() + " and " + (set.size() - 1) + " more files").toList());
    }

    private static String names(List<DatasetFile> set) {
        return String.join(" and ", set.stream().map(DatasetFile::name).toList());
    }

    private static List<Path> matching(String name, List<Path> files) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        return files.stream().filter(file -> matcher.matches(file.getFileName())).toList();
    }

    /** All files in order. */
    public List<Path> all() {
        return found.values().stream().flatMap(List::stream).toList();
    }
}
