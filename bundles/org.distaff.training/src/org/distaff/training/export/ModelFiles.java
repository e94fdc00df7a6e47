package org.distaff.training.export;

import java.io.IOException;
import java.nio.file.Path;

import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.build.OnnxGraph;
import org.distaff.onnx.card.ModelCards;

/** Lays a trained model's files into a folder. */
public final class ModelFiles {

    private ModelFiles() {
    }

    /** Writes encoder.onnx, decoder.onnx and model.json; the card also goes into the ONNX files' metadata. */
    public static TrainedModel write(Path folder, OnnxGraph encoder, OnnxGraph decoder, ModelCard card)
            throws IOException {
        encoder.metadata(ModelCards.METADATA, ModelCards.toJson(card));
        decoder.metadata(ModelCards.METADATA, ModelCards.toJson(card));
        TrainedModel trained = new TrainedModel(folder.resolve("encoder.onnx"), folder.resolve("decoder.onnx"), card);
        encoder.write(trained.encoder());
        decoder.write(trained.decoder());
        ModelCards.write(folder.resolve(ModelCards.FILE), card);
        return trained;
    }
}
