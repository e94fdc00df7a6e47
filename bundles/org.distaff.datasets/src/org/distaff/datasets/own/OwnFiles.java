package org.distaff.datasets.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.file.Digests;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.file.parquet.ParquetFile;
import org.distaff.datasets.file.table.CsvTable;
import org.distaff.datasets.file.table.FactorColumns;
import org.distaff.datasets.file.table.TextColumns;

/** Parameters that name a user's files, and the table of factors beside them. */
final class OwnFiles {

    /** The parameter that names a table of factors. */
    static final Parameter TABLE = named("table", "table of factors, .csv with a line of column names or .parquet, a "
            + "row per observation; none for an unlabelled data set");
    /** The parameter that chooses columns of it. */
    static final Parameter FACTORS = Parameter.text("factors", "")
            .meaning("columns taken as factors, separated by commas; all if none is named");

    private OwnFiles() {
    }

    /**
     * A parameter that names a file or folder. A cell is named by what its study says, so a relative path stays one: it
     * finds a user's files on every machine that runs the study from the same place among them.
     */
    static Parameter named(String name, String what) {
        return Parameter.path(name, null).meaning(what + "; a relative path counts from the working directory");
    }

    /** A file or folder that a parameter must name. */
    static Path path(Parameters parameters, String name, String id) {
        Path path = Path.of(parameters.optional(name).filter(text -> !text.isBlank()).orElseThrow(() -> Problem.input(
                "Data set '" + id + "' is made of your own files; name them with the parameter '" + name + "'.")));
        if (!Files.exists(path)) {
            throw Problem.input("There is no " + path.toAbsolutePath() + "; set '" + name
                    + "' to a path that counts from the working directory, or to a whole one.");
        }
        return path;
    }

    static List<String> factors(Parameters parameters) {
        return Arrays.stream(parameters.text(FACTORS.name()).split(",")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
    }

    /** The table, if one was named. */
    static Optional<TextColumns> table(Parameters parameters) throws IOException {
        Optional<String> file = parameters.optional(TABLE.name()).filter(text -> !text.isBlank());
        return file.isEmpty() ? Optional.empty() : Optional.of(table(Path.of(file.get())));
    }

    /** A table in whichever of both formats the file has. */
    static TextColumns table(Path file) throws IOException {
        FileBytes bytes = FileBytes.open(file);
        return ParquetFile.begins(bytes) ? ParquetFile.read(bytes) : CsvTable.read(bytes);
    }

    /**
     * The chosen columns of a table as factors; without a table every observation is a value of its own.
     *
     * @param except a column that names files and is no factor; or none of that name
     */
    static ListedFactors listed(Optional<TextColumns> table, Parameters parameters, String except, long observations) {
        if (table.isEmpty()) {
            return FactorColumns.unlabelled(Math.toIntExact(observations));
        }
        List<String> wanted = factors(parameters);
        if (wanted.isEmpty()) {
            return FactorColumns.of(table.get(), except).listed(observations);
        }
        FactorColumns columns = new FactorColumns(table.get().name());
        for (String column : wanted) {
            columns.add(column, table.get().column(column).orElseThrow(() -> Problem.input(table.get().name()
                    + " has no column '" + column + "', only " + String.join(", ", table.get().names()) + ".")));
        }
        return columns.listed(observations);
    }

    /** What names the content of a file and of the table. */
    static String digest(Path file, Parameters parameters) throws IOException {
        Optional<String> table = parameters.optional(TABLE.name()).filter(text -> !text.isBlank());
        return Digests.of(file, Progress.NONE).sha256()
                + (table.isEmpty() ? "" : "+" + Digests.of(Path.of(table.get()), Progress.NONE).sha256());
    }

    static Problem unreadable(Path file, IOException e) {
        return Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
    }
}
