package org.distaff.cli.output;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.distaff.cli.input.InputFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** JSON documents; numbers that JSON does not have (NaN, infinities) become null. */
public final class Json {

    /** The word that means standard output where a file is asked for. */
    public static final String STANDARD_OUTPUT = "-";

    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping()
            .setPrettyPrinting().create();

    private Json() {
    }

    /** Maps, iterables, numbers, booleans and texts as JSON; anything else by its text. */
    public static JsonElement of(Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case JsonElement element -> element;
            case Map<?, ?> map -> {
                JsonObject object = new JsonObject();
                map.forEach((k, v) -> object.add(String.valueOf(k), of(v)));
                yield object;
            }
            case Iterable<?> elements -> {
                JsonArray array = new JsonArray();
                elements.forEach(e -> array.add(of(e)));
                yield array;
            }
            case Double number when !Double.isFinite(number) -> JsonNull.INSTANCE;
            case Float number when !Float.isFinite(number) -> JsonNull.INSTANCE;
            case Number number -> new JsonPrimitive(number);
            case Boolean flag -> new JsonPrimitive(flag);
            case int[] numbers -> of(java.util.Arrays.stream(numbers).boxed().toList());
            case double[] numbers -> of(java.util.Arrays.stream(numbers).boxed().toList());
            default -> new JsonPrimitive(String.valueOf(value));
        };
    }

    /** The document as indented text that ends with a new line. */
    public static String text(Object document) {
        return GSON.toJson(of(document)) + "\n";
    }

    /** Writes a document to a file, or to standard output for {@link #STANDARD_OUTPUT}. */
    public static void write(String target, Object document, PrintStream out) throws IOException {
        if (target.equals(STANDARD_OUTPUT)) {
            out.print(text(document));
        } else {
            AtomicFile.write(InputFile.path(target, "--json"),
                    file -> file.write(text(document).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
