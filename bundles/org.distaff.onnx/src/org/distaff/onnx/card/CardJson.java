package org.distaff.onnx.card;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Nearest;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;

/** Model cards as JSON, read strictly: every mistake is told with the key it is in. */
final class CardJson {

    private static final List<String> KEYS = List.of("name", "latents", "observation", "imageMinimum", "imageMaximum",
            "distribution", "encoderInput", "meanOutput", "logVarianceOutput", "decoderInput", "decoderOutput");
    private static final List<String> SHAPE_KEYS = List.of("channels", "height", "width");
    private static final int MAXIMUM_LATENTS = 1 << 20;
    private static final int MAXIMUM_SIDE = 1 << 13;
    private static final int MAXIMUM_CHANNELS = 1 << 10;
    private static final long MAXIMUM_VALUES = 1L << 28;
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private final JsonObject json;
    private final String source;

    private CardJson(JsonElement json, List<String> keys, String source) {
        this.source = source;
        if (!json.isJsonObject()) {
            throw wrong("it holds no object in braces");
        }
        this.json = json.getAsJsonObject();
        for (String key : this.json.keySet()) {
            if (!keys.contains(key)) {
                throw wrong("there is no key '" + key + "'." + Nearest.suggestion(key, keys));
            }
        }
    }

    static String write(ModelCard card) {
        JsonObject json = new JsonObject();
        json.addProperty("name", card.name());
        json.addProperty("latents", card.latents());
        JsonObject observation = new JsonObject();
        observation.addProperty("channels", card.observation().channels());
        observation.addProperty("height", card.observation().height());
        observation.addProperty("width", card.observation().width());
        json.add("observation", observation);
        json.addProperty("imageMinimum", card.imageMinimum());
        json.addProperty("imageMaximum", card.imageMaximum());
        json.addProperty("distribution", card.distribution().name());
        json.addProperty("encoderInput", card.encoderInput());
        json.addProperty("meanOutput", card.meanOutput());
        json.addProperty("logVarianceOutput", card.logVarianceOutput());
        json.addProperty("decoderInput", card.decoderInput());
        json.addProperty("decoderOutput", card.decoderOutput());
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json);
    }

    /** @param source where the text is from, at the beginning of a sentence */
    static ModelCard read(String text, String source) {
        JsonElement root;
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            root = JsonParser.parseReader(reader);
            reader.peek(); // strictly, nothing may follow
        } catch (JsonParseException | IOException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw Problem.input(source + " is no model card: it is no JSON"
                    + (place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "") + ".", e);
        }
        return new CardJson(root, KEYS, source).card();
    }

    private ModelCard card() {
        ObservationShape observation = observation();
        ModelCard card = new ModelCard(text("name"), whole("latents", MAXIMUM_LATENTS), observation,
                number("imageMinimum"), number("imageMaximum"), distribution(), optional("encoderInput"),
                optional("meanOutput"), optional("logVarianceOutput"), optional("decoderInput"),
                optional("decoderOutput"));
        if (!(card.imageMinimum() < card.imageMaximum())) {
            throw wrong("'imageMinimum' must be less than 'imageMaximum'");
        }
        together("encoderInput", card.encoderInput(), "meanOutput", card.meanOutput());
        together("decoderInput", card.decoderInput(), "decoderOutput", card.decoderOutput());
        if (card.encoderInput() == null && card.decoderInput() == null) {
            throw wrong("it names neither 'encoderInput' nor 'decoderInput'");
        }
        if (card.meanOutput() == null ? card.logVarianceOutput() != null
                : card.meanOutput().equals(card.logVarianceOutput())) {
            throw wrong("'logVarianceOutput' must name another output beside 'meanOutput'");
        }
        return card;
    }

    private void together(String first, String firstValue, String second, String secondValue) {
        if ((firstValue == null) != (secondValue == null)) {
            throw wrong("'" + (firstValue == null ? first : second) + "' is missing beside '"
                    + (firstValue == null ? second : first) + "'");
        }
    }

    private ObservationShape observation() {
        CardJson shape = new CardJson(need("observation"), SHAPE_KEYS, source + ", 'observation',");
        int channels = shape.whole("channels", MAXIMUM_CHANNELS);
        int height = shape.whole("height", MAXIMUM_SIDE);
        int width = shape.whole("width", MAXIMUM_SIDE);
        if ((long) channels * height * width > MAXIMUM_VALUES) {
            throw wrong("'observation' has more than " + MAXIMUM_VALUES + " values");
        }
        return new ObservationShape(channels, height, width);
    }

    private ModelCard.Distribution distribution() {
        String given = text("distribution");
        List<String> known = Arrays.stream(ModelCard.Distribution.values()).map(Enum::name).toList();
        if (!known.contains(given)) {
            throw wrong("there is no distribution '" + given + "'." + Nearest.suggestion(given, known));
        }
        return ModelCard.Distribution.valueOf(given);
    }

    private int whole(String key, int maximum) {
        double value = number(key);
        if (value != Math.rint(value) || value < 1 || value > maximum) {
            throw wrong("'" + key + "' must be a whole number from 1 to " + maximum + ", not " + json.get(key));
        }
        return (int) value;
    }

    private double number(String key) {
        double value = primitive(need(key), key, JsonPrimitive::isNumber, "a number").getAsDouble();
        if (!Double.isFinite(value)) {
            throw wrong("'" + key + "' must be a finite number, not " + json.get(key));
        }
        return value;
    }

    private String text(String key) {
        return primitive(need(key), key, JsonPrimitive::isString, "a text").getAsString();
    }

    private String optional(String key) {
        JsonElement value = json.get(key);
        return value == null || value.isJsonNull() ? null : text(key);
    }

    private JsonElement need(String key) {
        JsonElement value = json.get(key);
        if (value == null || value.isJsonNull()) {
            throw wrong("'" + key + "' is missing");
        }
        return value;
    }

    private JsonPrimitive primitive(JsonElement value, String key, Predicate<JsonPrimitive> type, String expected) {
        if (!(value instanceof JsonPrimitive primitive) || !type.test(primitive)) {
            throw wrong("'" + key + "' must be " + expected + ", not " + value);
        }
        return primitive;
    }

    private Problem wrong(String what) {
        return Problem.input(source + " is no model card: " + what + (what.matches(".*[.?]") ? "" : "."));
    }
}
