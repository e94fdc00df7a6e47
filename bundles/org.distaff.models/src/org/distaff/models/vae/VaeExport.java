package org.distaff.models.vae;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.export.ModelFiles;
import org.distaff.training.export.NetworkExport;
import org.distaff.onnx.build.OnnxGraph;

/** Writes a variational autoencoder as encoder.onnx, decoder.onnx and model.json. */
final class VaeExport {

    private VaeExport() {
    }

    static TrainedModel write(Vae vae, String name, String version, ObservationShape shape, int latents, Path folder)
            throws IOException {
        ModelCard card = new ModelCard(name, latents, shape, 0, 1, ModelCard.Distribution.BERNOULLI, "image", "mean",
                "logvar", "latent", "image");
        List<TensorNetwork> networks = vae.networks();
        OnnxGraph encoder = new OnnxGraph("encoder", version);
        String features = append(encoder, networks.get(0),
                encoder.input("image", shape.channels(), shape.height(), shape.width()));
        encoder.output("mean", append(encoder, networks.get(1), features), latents);
        encoder.output("logvar", append(encoder, networks.get(2), features), latents);
        OnnxGraph decoder = new OnnxGraph("decoder", version);
        String logits = append(decoder, networks.get(3), decoder.input("latent", latents));
        decoder.output("image", decoder.node("Sigmoid", List.of(logits), Map.of()), shape.channels(), shape.height(),
                shape.width());
        return ModelFiles.write(folder, encoder, decoder, card);
    }

    private static String append(OnnxGraph graph, TensorNetwork network, String input) {
        return NetworkExport.append(graph, network.network(), network.values(), input);
    }
}
