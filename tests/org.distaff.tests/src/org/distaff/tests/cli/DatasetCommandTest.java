package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.distaff.cli.command.DatasetCommand;
import org.distaff.datasets.sprites.SpritesProvider;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class DatasetCommandTest {

    @Test
    void infoTellsAboutAGenerator() {
        Console console = sprites();
        assertEquals(0, console.run("dataset", "info", "sprites"), console.err());
        assertTrue(console.out().contains("orientation"), console.out());
        assertTrue(console.out().contains("737,280 of 64×64×1"), console.out());
        assertTrue(console.out().contains("sprites/1/64"), console.out());
    }

    @Test
    void infoSpeaksJson() {
        Console console = sprites();
        assertEquals(0, console.run("dataset", "info", "sprites", "--parameters", "sprites.resolution=32", "--json"));
        JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals("sprites/1/32", document.get("digest").getAsString());
        assertTrue(document.get("ready").getAsBoolean());
        assertEquals(40, document.getAsJsonArray("factors").get(2).getAsJsonObject().get("size").getAsInt());
    }

    @Test
    void aWrongActionOrIdIsNamedWithTheNearest() {
        Console console = sprites();
        assertEquals(2, console.run("dataset", "inof", "sprites"));
        assertTrue(console.err().contains("'inof'") && console.err().contains("'info'"), console.err());
        assertEquals(2, console.run("dataset", "info", "sprite"));
        assertTrue(console.err().contains("'sprites'"), console.err());
    }

    private static Console sprites() {
        return new Console(Console.with(List.of(new SpritesProvider()), List.of(), new DatasetCommand()));
    }
}
