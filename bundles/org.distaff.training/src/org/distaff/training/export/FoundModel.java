package org.distaff.training.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.card.ModelCards;

/** ONNX files that something else left in a folder. */
public final class FoundModel {

    private FoundModel() {
    }

    /**
     * Reads what is there and writes the card beside it when there was none.
     *
     * @param wanted the observations that the encoder must take
     * @throws Problem (input) when a file is no model, its inputs and outputs cannot be told apart, or it takes other
     *                 observations
     */
    public static TrainedModel in(Path folder, ObservationShape wanted) throws IOException {
        TrainedModel model = ModelCards.in(folder);
        if (!model.card().observation().equals(wanted)) {
            throw Problem.input(folder.resolve("encoder.onnx") + " takes observations of " + model.card().observation()
                    + " (height×width×channels), but the data set has " + wanted + ".");
        }
        Path card = folder.resolve(ModelCards.FILE);
        if (!Files.exists(card)) {
            ModelCards.write(card, model.card());
        }
        return model;
    }
}
