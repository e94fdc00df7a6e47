package org.distaff.onnx.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Reads, writes and finds model cards. */
public final class ModelCards {

    /** Name of the card beside the ONNX files. */
    public static final String FILE = "model.json";

    /** Key of the card in the ONNX files' metadata. */
    public static final String METADATA = "distaff.card";

    private static final long MAXIMUM_BYTES = 1 << 20;

    private ModelCards() {
    }

    /**
     * A trained model from its files: the card beside the encoder if there is one, else the one in its metadata, else a
     * guess from names and shapes.
     *
     * @param encoder encoder file, or {@code null} when only a decoder is at hand
     * @param decoder decoder file, or {@code null}
     */
    public static TrainedModel find(Path encoder, Path decoder) {
        Path first = encoder == null ? decoder : encoder;
        OnnxSummary summary = OnnxFile.read(first);
        Path beside = first.resolveSibling(FILE);
        if (Files.exists(beside)) {
            return new TrainedModel(encoder, decoder, read(beside));
        }
        if (summary.metadata().containsKey(METADATA)) {
            return new TrainedModel(encoder, decoder, parse(summary.metadata().get(METADATA), "the metadata of " + first));
        }
        return new TrainedModel(encoder, decoder, CardGuess.guess(encoder, decoder));
    }

    /** The trained model in a folder that holds encoder.onnx, perhaps decoder.onnx and model.json. */
    public static TrainedModel in(Path folder) {
        Path encoder = folder.resolve("encoder.onnx");
        Path decoder = folder.resolve("decoder.onnx");
        if (!Files.exists(encoder) && !Files.exists(decoder)) {
            throw Problem.input(folder + " holds no encoder.onnx and no decoder.onnx.");
        }
        return find(Files.exists(encoder) ? encoder : null, Files.exists(decoder) ? decoder : null);
    }

    public static ModelCard read(Path file) {
        try {
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw Problem.input(file + " is no model card: it has " + Files.size(file) + " bytes.");
            }
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw Problem.input("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw Problem.input(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    public static void write(Path file, ModelCard card) throws IOException {
        Files.writeString(file, toJson(card) + "\n");
    }

    /** The card as JSON. */
    public static String toJson(ModelCard card) {
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

    private static ModelCard parse(String text, String name) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            JsonObject shape = need(json, "observation", name).getAsJsonObject();
            return new ModelCard(need(json, "name", name).getAsString(), need(json, "latents", name).getAsInt(),
                    new ObservationShape(need(shape, "channels", name).getAsInt(),
                            need(shape, "height", name).getAsInt(), need(shape, "width", name).getAsInt()),
                    need(json, "imageMinimum", name).getAsDouble(), need(json, "imageMaximum", name).getAsDouble(),
                    ModelCard.Distribution.valueOf(need(json, "distribution", name).getAsString()),
                    optional(json, "encoderInput"), optional(json, "meanOutput"), optional(json, "logVarianceOutput"),
                    optional(json, "decoderInput"), optional(json, "decoderOutput"));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException
                | UnsupportedOperationException e) {
            throw Problem.input(name + " is no model card: " + e.getMessage() + ".", e);
        }
    }

    private static JsonElement need(JsonObject json, String key, String name) {
        JsonElement value = json.get(key);
        if (value == null || value.isJsonNull()) {
            throw Problem.input(name + " is no model card: '" + key + "' is missing.");
        }
        return value;
    }

    private static String optional(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }
}
