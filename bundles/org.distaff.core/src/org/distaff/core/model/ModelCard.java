package org.distaff.core.model;

import org.distaff.core.data.ObservationShape;

/**
 * What is what in a trained model's ONNX files; stands as {@code model.json} beside them.
 *
 * @param name             name for people
 * @param latents          number of latents D
 * @param observation      shape of one observation
 * @param imageMinimum     value of the darkest pixel the encoder expects and the decoder returns
 * @param imageMaximum     value of the brightest
 * @param distribution     what the decoder's output is
 * @param encoderInput     encoder's image input, [N, C, H, W] or [N, C·H·W]; {@link #FACTORS} takes factor values
 * @param meanOutput       encoder's output with the posterior means, [N, D]
 * @param logVarianceOutput encoder's output with ln σ² of the posterior, [N, D]; {@code null} for deterministic encoders
 * @param decoderInput     decoder's latent input, [N, D]; {@code null} when there is no decoder
 * @param decoderOutput    decoder's image output; {@code null} when there is no decoder
 */
public record ModelCard(String name, int latents, ObservationShape observation, double imageMinimum,
        double imageMaximum, Distribution distribution, String encoderInput, String meanOutput,
        String logVarianceOutput, String decoderInput, String decoderOutput) {

    /** Name of an encoder's input that takes factor values instead of an image: a baseline that is told the truth. */
    public static final String FACTORS = "factors";

    /** Whether the encoder takes the K factor values of a point, as an observation of shape 1×1×K. */
    public boolean readsFactors() {
        return FACTORS.equals(encoderInput);
    }

    /** Distribution of the decoder, which says how its output becomes an image. */
    public enum Distribution {
        /** The output is the pixel's probability, already in [0, 1]. */
        BERNOULLI,
        /** The output is the logit of the pixel's probability; a sigmoid makes the image. */
        BERNOULLI_LOGITS,
        /** The output is the pixel's mean. */
        GAUSSIAN
    }
}
