package org.distaff.onnx.card;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;

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
        String metadata = summary.metadata().get(METADATA);
        if (metadata != null) {
            return new TrainedModel(encoder, decoder, CardJson.read(metadata, "The metadata of " + first));
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

    /**
     * Reads a card.
     *
     * @throws Problem (input) when it is no JSON, or a key is missing, unknown or has a wrong value
     */
    public static ModelCard read(Path file) {
        try {
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw Problem.input(file + " is no model card: it has " + Files.size(file) + " bytes.");
            }
            return CardJson.read(Files.readString(file), file.toString());
        } catch (CharacterCodingException e) {
            throw Problem.input(file + " is no model card: it is no UTF-8 text.", e);
        } catch (NoSuchFileException e) {
            throw Problem.input("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw Problem.input(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Writes a card that {@link #read} reads back equal. */
    public static void write(Path file, ModelCard card) throws IOException {
        Files.writeString(file, toJson(card) + "\n");
    }

    /** The card as JSON. */
    public static String toJson(ModelCard card) {
        return CardJson.write(card);
    }
}
