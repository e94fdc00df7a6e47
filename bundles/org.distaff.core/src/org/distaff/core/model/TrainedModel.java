package org.distaff.core.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A trained model's files.
 *
 * @param encoder {@code encoder.onnx}
 * @param decoder {@code decoder.onnx}; {@code null} for models that cannot reconstruct
 * @param card    which input and output is what
 */
public record TrainedModel(Path encoder, Path decoder, ModelCard card) {

    public Optional<Path> decoderFile() {
        return Optional.ofNullable(decoder);
    }
}
