package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;

import org.distaff.cli.command.DatasetCommand;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.datasets.imagetone.ImageToneProvider;
import org.distaff.datasets.sprites.SpritesProvider;
import org.distaff.datasets.templates.TemplateTextProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void partsAreToldAndExportedOneByOne(@TempDir Path folder) throws IOException {
        Console console = new Console(Console.with(List.of(new ImageToneProvider()), List.of(), new DatasetCommand()));
        assertEquals(0, console.run("dataset", "info", "image-tone"), console.err());
        assertTrue(console.out().contains("image 28×28×1 image, tone 32×20×1 vector, letters 5×26×1 vector"),
                console.out());
        Path file = folder.resolve("digits.npz");
        assertEquals(0, console.run("dataset", "export", "image-tone", "--points", "300", "--out", file.toString()),
                console.err());
        Map<String, NpyArray> arrays = NumpyFile.archive(file);
        assertEquals(Set.of("image", "tone", "letters", "factors", "factor_sizes"), arrays.keySet());
        assertArrayEquals(new int[] {300, 28, 28, 1}, arrays.get("image").shape());
        assertArrayEquals(new int[] {300, 1, 32, 20}, arrays.get("tone").shape());
        // behind the first batch, too, parts belong together: the letters of a row's digit
        double[] letters = arrays.get("letters").values();
        double[] factors = arrays.get("factors").values();
        for (int n = 0; n < 300; n++) {
            assertEquals(1, letters[n * 130 + "zottffssen".charAt((int) factors[n * 6]) - 'a'], "row " + n);
        }
    }

    @Test
    void wordsOfTokensAreExportedBesideThem(@TempDir Path folder) throws IOException {
        Console console = new Console(Console.with(List.of(new TemplateTextProvider()), List.of(), new DatasetCommand()));
        Path file = folder.resolve("text.npz");
        assertEquals(0, console.run("dataset", "export", "template-text", "--points", "10", "--out", file.toString()),
                console.err());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> words = new String(zip.getInputStream(zip.getEntry("observations-words.txt")).readAllBytes(),
                    StandardCharsets.UTF_8).lines().toList();
            assertEquals(List.of("<pad>", "<unk>", "</s>"), words.subList(0, 3));
            assertTrue(words.contains("yesterday"));
        }
    }

    @Test
    void equalExportsHaveEqualBytes(@TempDir Path folder) throws IOException {
        Path first = folder.resolve("first.npz");
        Path second = folder.resolve("second.npz");
        for (Path file : List.of(first, second)) {
            Console console = sprites();
            assertEquals(0, console.run("dataset", "export", "sprites", "--points", "3", "--out", file.toString()),
                    console.err());
            // the writing time, which may be the same for both, is no part of them: every archive is of 1980
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertTrue(zip.stream().allMatch(entry -> entry.getTimeLocal().getYear() == 1980));
            }
        }
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void aSheetHasSixtyFourObservationsUnlessMoreAreAskedFor(@TempDir Path folder) throws IOException {
        Path usual = folder.resolve("usual.png");
        Path wide = folder.resolve("wide.png");
        Console console = sprites();
        assertEquals(0, console.run("dataset", "sample", "sprites", "--out", usual.toString()), console.err());
        assertEquals(0, console.run("dataset", "sample", "sprites", "--points", "256", "--out", wide.toString()),
                console.err());
        // 8 against 16 to a side: the other 8 are as wide as those
        int eight = ImageIO.read(wide.toFile()).getWidth() - ImageIO.read(usual.toFile()).getWidth();
        assertTrue(eight >= 8 * 64, "8 sprites of 64 pixels are " + eight + " wide");
        assertEquals(2, console.run("dataset", "sample", "sprites", "--points", "5000", "--out", usual.toString()));
        assertTrue(console.err().contains("at most 4096"), console.err());
    }

    private static Console sprites() {
        return new Console(Console.with(List.of(new SpritesProvider()), List.of(), new DatasetCommand()));
    }
}
