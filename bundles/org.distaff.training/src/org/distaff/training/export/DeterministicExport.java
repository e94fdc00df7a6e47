package org.distaff.training.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.build.OnnxGraph;
import org.distaff.onnx.card.ModelCards;
import org.distaff.training.network.Network;

/**
 * Writes an autoencoder without a posterior: encoder.onnx (image → mean), decoder.onnx (latent → image, the pixels' means)
 * and model.json, whose content also stands in the metadata of both files.
 */
public final class DeterministicExport {

    private DeterministicExport() {
    }

    /**
     * @param encoder       image → codes
     * @param encoderValues its parameters' values, in the order of {@link Network#parameterShapes()}
     * @param decoder       codes → image
     * @param decoderValues its parameters' values
     * @param name          the card's name
     * @param version       version of the model that wrote it
     * @param folder        receives the files
     */
    public static TrainedModel write(Network encoder, List<float[]> encoderValues, Network decoder,
            List<float[]> decoderValues, String name, String version, Path folder) throws IOException {
        ModelCard card = card(encoder, name, "image", "latent", "image");
        OnnxGraph decoding = new OnnxGraph("decoder", version);
        decoding.output("image", NetworkExport.append(decoding, decoder, decoderValues,
                decoding.input("latent", card.latents())), image(encoder));
        Path file = folder.resolve("decoder.onnx");
        write(decoding, card, file);
        return new TrainedModel(writeEncoder(encoder, encoderValues, card, version, folder), file, card);
    }

    /**
     * Writes an encoder of factor values alone, see {@link ModelCard#FACTORS}.
     *
     * @param encoder factor values, 1×1×K → codes
     */
    public static TrainedModel writeFactorEncoder(Network encoder, List<float[]> values, String name, String version,
            Path folder) throws IOException {
        ModelCard card = card(encoder, name, ModelCard.FACTORS, null, null);
        return new TrainedModel(writeEncoder(encoder, values, card, version, folder), null, card);
    }

    private static Path writeEncoder(Network encoder, List<float[]> values, ModelCard card, String version, Path folder)
            throws IOException {
        OnnxGraph encoding = new OnnxGraph("encoder", version);
        encoding.output("mean", NetworkExport.append(encoding, encoder, values,
                encoding.input(card.encoderInput(), image(encoder))), card.latents());
        Path file = folder.resolve("encoder.onnx");
        write(encoding, card, file);
        ModelCards.write(folder.resolve(ModelCards.FILE), card);
        return file;
    }

    private static void write(OnnxGraph graph, ModelCard card, Path file) throws IOException {
        graph.metadata(ModelCards.METADATA, ModelCards.toJson(card));
        graph.write(file);
    }

    private static ModelCard card(Network encoder, String name, String input, String latent, String output) {
        int[] image = image(encoder);
        return new ModelCard(name, encoder.output()[0], new ObservationShape(image[0], image[1], image[2]), 0, 1,
                ModelCard.Distribution.GAUSSIAN, input, "mean", null, latent, output);
    }

    private static int[] image(Network encoder) {
        return encoder.input().stream().mapToInt(Integer::intValue).toArray();
    }
}
