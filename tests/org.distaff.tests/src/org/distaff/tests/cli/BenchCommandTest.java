package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.distaff.cli.bench.BenchCommand;
import org.distaff.core.data.DatasetProvider;
import org.distaff.datasets.catalogue.DspritesProvider;
import org.distaff.datasets.catalogue.Shapes3dProvider;
import org.distaff.datasets.sprites.SpritesProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

class BenchCommandTest {

    private static final List<String> MEASURED = List.of("opening", "first picture", "random batches", "changed picture");

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheDataFolder() {
        System.clearProperty("distaff.data");
    }

    @Test
    void generatorsNeedNoFiles() {
        System.setProperty("distaff.data", folder.toString());
        JsonArray rows = datasets("--generators", new Shapes3dProvider(), new SpritesProvider());
        assertEquals(MEASURED.stream().map("sprites, "::concat).toList(), names(rows));
        double amount = rows.get(2).getAsJsonObject().get("amount").getAsDouble();
        assertTrue(amount >= 64 && amount % 64 == 0, "whole batches: " + amount);
    }

    /** Half a gigabyte is written, imported, measured and removed. */
    @Test
    void dataSetsThatWereNotImportedAreMeasuredOnFilesOfTheirSize() throws IOException {
        assumeTrue(Boolean.getBoolean("distaff.long"), "takes about half a minute");
        System.setProperty("distaff.data", folder.resolve("data").toString());
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        JsonArray rows = datasets("--scratch=" + scratch, new DspritesProvider());
        assertEquals(Stream.concat(Stream.of("import"), MEASURED.stream()).map("dsprites, "::concat).toList(), names(rows));
        assertEquals(0, scratch.toFile().list().length, "files are removed");
        assertEquals(folder.resolve("data").toString(), System.getProperty("distaff.data"));
    }

    private static JsonArray datasets(String option, DatasetProvider... providers) {
        Console console = new Console(Console.with(List.of(providers), List.of(), new BenchCommand()));
        assertEquals(0, console.run("bench", "datasets", option, "--json"), console.err());
        return JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonObject("suites")
                .getAsJsonArray("datasets");
    }

    private static List<String> names(JsonArray rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(JsonElement::getAsJsonObject)
                .map(row -> row.get("name").getAsString()).toList();
    }
}
