package org.distaff.training.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.build.OnnxGraph;
import org.distaff.onnx.card.ModelCards;
import org.distaff.training.engine.TensorNetwork;

/**
 * Writes an autoencoder with a Gaussian posterior: encoder.onnx (image → mean, logvar), decoder.onnx (latent → image,
 * after a sigmoid where the decoder makes logits) and model.json, whose content also stands in the metadata of both
 * files.
 */
public final class AutoencoderExport {

    private AutoencoderExport() {
    }

    /**
     * The networks of one model, or of several side by side.
     *
     * @param trunk       image → features
     * @param mean        features → means
     * @param logVariance features → ln σ²
     * @param decoder     latents → the pixels or their logits
     * @param pixels      {@code BERNOULLI} for logits, {@code GAUSSIAN} for pixels
     */
    public record Networks(TensorNetwork trunk, TensorNetwork mean, TensorNetwork logVariance, TensorNetwork decoder,
            ModelCard.Distribution pixels) {
    }

    /**
     * @param model   which of the models, from 0 on
     * @param name    the card's name
     * @param version version of the model that wrote it
     * @param folder  receives the files
     */
    public static TrainedModel write(Networks networks, int model, String name, String version, Path folder)
            throws IOException {
        int[] image = networks.trunk.network().input().stream().mapToInt(Integer::intValue).toArray();
        int latents = networks.mean.network().output()[0];
        ModelCard card = new ModelCard(name, latents, new ObservationShape(image[0], image[1], image[2]), 0, 1,
                networks.pixels, "image", "mean", "logvar", "latent", "image");
        OnnxGraph encoding = new OnnxGraph("encoder", version);
        String features = append(encoding, networks.trunk, model, encoding.input("image", image));
        encoding.output("mean", append(encoding, networks.mean, model, features), latents);
        encoding.output("logvar", append(encoding, networks.logVariance, model, features), latents);
        OnnxGraph decoding = new OnnxGraph("decoder", version);
        String decoded = append(decoding, networks.decoder, model, decoding.input("latent", latents));
        decoding.output("image", networks.pixels == ModelCard.Distribution.GAUSSIAN ? decoded
                : decoding.node("Sigmoid", List.of(decoded), Map.of()), image);
        TrainedModel trained = new TrainedModel(folder.resolve("encoder.onnx"), folder.resolve("decoder.onnx"), card);
        for (OnnxGraph graph : List.of(encoding, decoding)) {
            graph.metadata(ModelCards.METADATA, ModelCards.toJson(card));
        }
        encoding.write(trained.encoder());
        decoding.write(trained.decoder());
        ModelCards.write(folder.resolve(ModelCards.FILE), card);
        return trained;
    }

    private static String append(OnnxGraph graph, TensorNetwork network, int model, String input) {
        return NetworkExport.append(graph, network.network(), network.values(model), input);
    }
}
