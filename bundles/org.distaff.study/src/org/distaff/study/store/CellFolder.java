package org.distaff.study.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.distaff.study.plan.Cell;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/** Reads the folders of finished cells; whatever bytes lie in them, the worst that happens is {@link Damaged}. */
final class CellFolder {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private CellFolder() {
    }

    /** A folder or file that does not hold what it should. */
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1L;

        Damaged(Exception cause) {
            super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        }
    }

    static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    /** The folders of all cells, sorted by id. */
    static List<Path> all(Path cells) throws IOException {
        try (Stream<Path> found = Files.find(cells, 2,
                (path, attributes) -> attributes.isDirectory() && isId(path.getFileName().toString()))) {
            return found.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static StoredCell read(Path place) throws Damaged {
        try {
            JsonObject document = CellJson.parse(place.resolve("cell.json"));
            Cell cell = CellJson.cell(document);
            if (!cell.id().equals(place.getFileName().toString()) || !Files.exists(place.resolve("encoder.onnx"))) {
                throw new IllegalStateException("it is incomplete or in the wrong folder");
            }
            JsonObject scores = ScoresJson.read(place);
            return new StoredCell(cell, place, ScoresJson.values(scores), ScoresJson.warnings(scores),
                    CellJson.values(document.getAsJsonObject("provenance")));
        } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException
                | NullPointerException | ClassCastException | UnsupportedOperationException e) {
            throw new Damaged(e); // each is how Gson or a record says that a text is not the one that was written
        }
    }

    /** Why a cell failed, as its file in {@code failures/} tells. */
    static String failure(Path file) throws Damaged {
        try {
            return CellJson.parse(file).get("problem").getAsString();
        } catch (IOException | JsonParseException | IllegalStateException | NullPointerException
                | UnsupportedOperationException e) {
            throw new Damaged(e);
        }
    }
}
