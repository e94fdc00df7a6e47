package org.distaff.study.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Scores;
import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/**
 * The folder that holds finished cells. A cell is trained in {@code work/<id>}, made complete there, brought to the disk, and
 * appears as {@code cells/<ab>/<id>} by one rename: a finished cell is never lost, a half-written one never visible. Several
 * processes may publish into one store.
 */
public final class Store {

    private final Path folder;
    private final Disk disk;
    private final CopyOnWriteArraySet<String> problems = new CopyOnWriteArraySet<>();

    private Store(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Opens a store, or begins one; nothing is written before the first cell. */
    public static Store open(Path folder) {
        return open(folder, Disk.REAL);
    }

    /** Opens a store over other file operations. */
    public static Store open(Path folder, Disk disk) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Problem.input(folder + " is a file; a store is a folder.");
        }
        return new Store(folder, disk);
    }

    public Path folder() {
        return folder;
    }

    /** What was found damaged or out of place so far, one sentence each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** All finished cells, by id; damaged ones are left out and named in {@link #problems()}. */
    public List<StoredCell> cells() {
        Path cells = folder.resolve("cells");
        try {
            return Files.isDirectory(cells) ? CellFolder.all(cells).stream().map(this::read).flatMap(Optional::stream).toList()
                    : List.of();
        } catch (IOException e) {
            throw Problem.failed("The store " + folder + " cannot be read: " + reason(e) + ".", e);
        }
    }

    /** The finished cell, if it is there and sound, with all scores it has. */
    public Optional<StoredCell> find(Cell cell) {
        return find(cell.id());
    }

    /** The finished cell of that id, if it is there and sound. */
    public Optional<StoredCell> find(String cellId) {
        Path place = place(cellId);
        return Files.isDirectory(place) ? read(place) : Optional.empty();
    }

    /**
     * The finished cell with the scores that a study asks for. Scores that another study measured with other parameters are left
     * out: numbers of two settings of a metric must not stand in one table.
     */
    public Optional<StoredCell> find(Cell cell, Study study) {
        Map<String, Map<String, Object>> parameters = new HashMap<>();
        study.metrics().forEach(metric -> parameters.put(metric.id(), metric.parameters()));
        return find(cell).map(stored -> {
            try {
                JsonObject scores = ScoresJson.measuredWith(ScoresJson.read(stored.folder()), parameters);
                return new StoredCell(stored.cell(), stored.folder(), ScoresJson.values(scores),
                        ScoresJson.warnings(scores), stored.provenance());
            } catch (IOException e) {
                throw Problem.failed("The scores in " + stored.folder() + " cannot be read: " + reason(e) + ".", e);
            }
        });
    }

    /** Where a finished cell lies or will lie. */
    public Path place(String cellId) {
        return folder.resolve("cells").resolve(cellId.substring(0, 2)).resolve(cellId);
    }

    private Optional<StoredCell> read(Path place) {
        try {
            return Optional.of(CellFolder.read(place));
        } catch (CellFolder.Damaged e) {
            problems.add("The cell in " + place + " is damaged (" + e.getMessage()
                    + "); run its study again to make it anew.");
            return Optional.empty();
        }
    }

    /** Whether a finished cell has scores of that metric, version and parameters. */
    public boolean hasScores(StoredCell cell, String metricId, String version, Map<String, Object> parameters) {
        return facts(cell, metricId, version, parameters).isPresent();
    }

    /** The facts told with a finished cell's scores of that metric, version and parameters, if it has such scores. */
    public Optional<Map<String, Object>> facts(StoredCell cell, String metricId, String version,
            Map<String, Object> parameters) {
        try {
            JsonObject entry = ScoresJson.read(cell.folder()).getAsJsonObject(ScoresJson.key(metricId, version));
            return entry != null && CellJson.values(entry.getAsJsonObject("parameters")).equals(parameters)
                    ? Optional.of(CellJson.values(entry.getAsJsonObject("facts"))) : Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException | ClassCastException
                | NullPointerException e) {
            problems.add("The scores in " + cell.folder() + " are damaged (" + e.getMessage()
                    + "); they are measured again.");
            return Optional.empty();
        }
    }

    /** Claims a cell for this process, or returns nothing when another process works on it. */
    public Optional<Workplace> claim(Cell cell) {
        return Workplace.claim(folder, cell.id());
    }

    /**
     * Completes a workplace that holds a trained model with description and scores, and publishes it. When another process
     * published the cell first, that one stays; a damaged cell in its place is set aside in {@code damaged/}.
     *
     * @throws Problem when the disk is full or out of reach; nothing half-written becomes visible
     */
    public StoredCell publish(Cell cell, Workplace workplace, Map<String, Object> provenance,
            List<MeasuredScores> scores) {
        String id = cell.id();
        Path work = workplace.folder();
        Path place = place(id);
        try {
            for (String leftover : List.of("scores.json", "matrices")) { // of an attempt that ended in the midst of this
                if (Files.exists(work.resolve(leftover))) {
                    disk.delete(work.resolve(leftover));
                }
            }
            disk.write(work.resolve("cell.json"), bytes(CellJson.write(cell, provenance)));
            writeScores(work, scores);
            disk.sync(work);
            disk.createFolders(place.getParent());
            setDamagedAside(place);
            settle(work, place);
            forgetFailure(id);
        } catch (IOException e) {
            throw Problem.failed("The cell could not be published in " + folder + ": " + reason(e)
                    + "; make room or mend access and run again, nothing finished is lost.", e);
        }
        return find(cell).orElseThrow(() -> Problem.failed("The cell published in " + place + " cannot be read back.",
                null));
    }

    private void setDamagedAside(Path place) throws IOException {
        if (Files.isDirectory(place) && read(place).isEmpty()) {
            Path damaged = folder.resolve("damaged");
            disk.createFolders(damaged);
            Path aside = damaged.resolve(place.getFileName());
            for (int i = 2; Files.exists(aside); i++) {
                aside = damaged.resolve(place.getFileName() + "-" + i);
            }
            disk.move(place, aside);
        }
    }

    private void settle(Path work, Path place) throws IOException {
        try {
            disk.move(work, place);
        } catch (FileSystemException e) { // the sort of it for a folder that is not empty depends on the platform
            if (!Files.isDirectory(place)) {
                throw e;
            }
            disk.delete(work); // another process was first, and equal cells have equal content
        }
    }

    /** Adds scores to a finished cell, or replaces those of the same metric and version. */
    public StoredCell addScores(StoredCell cell, List<MeasuredScores> scores) {
        try {
            writeScores(cell.folder(), scores);
            forgetFailure(cell.cell().id());
        } catch (IOException e) {
            throw Problem.failed("Scores could not be written to " + cell.folder() + ": " + reason(e)
                    + "; make room or mend access and run again.", e);
        }
        return read(cell.folder()).orElseThrow();
    }

    private void writeScores(Path place, List<MeasuredScores> scores) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        ScoresJson.read(place).entrySet().forEach(e -> document.put(e.getKey(), e.getValue()));
        for (MeasuredScores measured : scores) {
            Scores found = measured.scores();
            for (Map.Entry<String, Matrix> matrix : found.matrices().entrySet()) {
                Path file = place.resolve(ScoresJson.matrixFile(measured.metricId(), matrix.getKey()));
                disk.createFolders(file.getParent());
                replace(file, ScoresJson.npy(matrix.getValue()));
            }
            document.put(ScoresJson.key(measured.metricId(), measured.version()), ScoresJson.entry(measured.metricId(),
                    measured.version(), measured.parameters(), measured.seed(), found));
        }
        replace(place.resolve("scores.json"), bytes(CellJson.text(document)));
    }

    private void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        disk.write(fresh, content);
        disk.move(fresh, file);
    }

    /** Keeps why a cell failed, for people; the next run tries it again. */
    public void recordFailure(Cell cell, String sentence) {
        try {
            Path file = failureFile(cell.id());
            disk.createFolders(file.getParent());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("cell", cell.description());
            document.put("problem", sentence);
            replace(file, bytes(CellJson.text(document)));
        } catch (IOException e) {
            problems.add("The failure of " + cell.label() + " could not be recorded: " + reason(e) + ".");
        }
    }

    private void forgetFailure(String cellId) throws IOException {
        if (Files.exists(failureFile(cellId))) {
            disk.delete(failureFile(cellId));
        }
    }

    /**
     * Why cells failed the last time they were tried, by cell id. A cell that was trained, but could not be measured
     * with every metric, is there with the scores it has, and among these; so may be one that was finished by a process
     * that was killed right after.
     */
    public Map<String, String> failures() {
        Path failures = folder.resolve("failures");
        Map<String, String> found = new TreeMap<>();
        if (!Files.isDirectory(failures)) {
            return found;
        }
        try (Stream<Path> files = Files.list(failures)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                String name = file.getFileName().toString();
                String id = name.substring(0, name.length() - ".json".length());
                if (CellFolder.isId(id)) {
                    found.put(id, CellFolder.failure(file));
                }
            }
        } catch (IOException | CellFolder.Damaged e) {
            problems.add("The failures in " + failures + " cannot be read: " + e.getMessage() + ".");
        }
        return found;
    }

    private Path failureFile(String cellId) {
        return folder.resolve("failures").resolve(cellId + ".json");
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
