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
        int[] image = encoder.input().stream().mapToInt(Integer::intValue).toArray();
        int latents = encoder.output()[0];
        ModelCard card = new ModelCard(name, latents, new ObservationShape(image[0], image[1], image[2]), 0, 1,
                ModelCard.Distribution.GAUSSIAN, "image", "mean", null, "latent", "image");
        OnnxGraph encoding = new OnnxGraph("encoder", version);
        encoding.output("mean", NetworkExport.append(encoding, encoder, encoderValues, encoding.input("image", image)),
                latents);
        OnnxGraph decoding = new OnnxGraph("decoder", version);
        decoding.output("image", NetworkExport.append(decoding, decoder, decoderValues, decoding.input("latent", latents)),
                image);
        TrainedModel trained = new TrainedModel(folder.resolve("encoder.onnx"), folder.resolve("decoder.onnx"), card);
        for (OnnxGraph graph : List.of(encoding, decoding)) {
            graph.metadata(ModelCards.METADATA, ModelCards.toJson(card));
        }
        encoding.write(trained.encoder());
        decoding.write(trained.decoder());
        ModelCards.write(folder.resolve(ModelCards.FILE), card);
        return trained;
    }
}
