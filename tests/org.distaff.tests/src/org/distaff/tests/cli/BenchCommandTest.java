package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.distaff.cli.bench.BenchCommand;
import org.distaff.datasets.catalogue.Shapes3dProvider;
import org.distaff.datasets.sprites.SpritesProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

class BenchCommandTest {

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheDataFolder() {
        System.clearProperty("distaff.data");
    }

    @Test
    void dataSetsThatWereNotImportedAreLeftOut() {
        System.setProperty("distaff.data", folder.toString());
        Console console = new Console(Console.with(List.of(new Shapes3dProvider(), new SpritesProvider()), List.of(),
                new BenchCommand()));
        assertEquals(0, console.run("bench", "datasets", "--json"), console.err());
        JsonArray rows = JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonObject("suites")
                .getAsJsonArray("datasets");
        List<String> names = StreamSupport.stream(rows.spliterator(), false).map(JsonElement::getAsJsonObject)
                .map(row -> row.get("name").getAsString()).toList();
        assertEquals(List.of("sprites, opening", "sprites, first batch", "sprites"), names);
        double amount = rows.get(2).getAsJsonObject().get("amount").getAsDouble();
        assertTrue(amount >= 64 && amount % 64 == 0, "whole batches: " + amount);
    }
}
