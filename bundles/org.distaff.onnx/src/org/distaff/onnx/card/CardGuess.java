package org.distaff.onnx.card;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.file.OnnxValue;
import org.distaff.onnx.session.OutputProbe;

/** Guesses what is what in ONNX files that carry no card, from names and shapes; the image range is taken as [0, 1]. */
final class CardGuess {

    private static final String ADVICE = "; a " + ModelCards.FILE + " beside the file can say what is what.";
    private static final int MAXIMUM_LATENTS = 1 << 20;

    private CardGuess() {
    }

    static ModelCard guess(Path encoder, Path decoder) {
        OnnxSummary decoding = decoder == null ? null : OnnxFile.read(decoder);
        if (encoder == null) {
            return decoderOnly(decoder, decoding);
        }
        OnnxSummary encoding = OnnxFile.read(encoder);
        OnnxValue image = onlyInput(encoding, encoder, "an encoder");
        ObservationShape shape = ImageAxes.shape(image).orElseThrow(() -> Problem.input(encoder
                + " is no encoder: its input is " + image + ", but images [N, C, H, W] or [N, C·H·W] were expected"
                + ADVICE));
        List<OnnxValue> outputs = OutputProbe.complete(encoder, encoding, image);
        OnnxValue mean = mean(outputs, encoder);
        String logVariance = logVariance(outputs, mean).map(OnnxValue::name).orElse(null);
        int latents = mean.length(1);
        if (decoder == null) {
            return new ModelCard(name(encoder), latents, shape, 0, 1, ModelCard.Distribution.GAUSSIAN, image.name(),
                    mean.name(), logVariance, null, null);
        }
        OnnxValue latent = latent(decoding, decoder);
        if (latent.length(1) != latents) {
            String joined = logVariance == null && latents == 2 * latent.length(1)
                    ? " (are mean and log-variance joined in one output? Export them as two)" : "";
            throw Problem.input(decoder + " does not fit " + encoder + ": its input is " + latent
                    + ", but latents [N, " + latents + "] were expected, as the encoder gives " + mean + joined + ADVICE);
        }
        String reconstruction = OutputProbe.complete(decoder, decoding, latent).stream()
                .filter(output -> ImageAxes.fit(output, shape)).findFirst().map(OnnxValue::name)
                .orElseThrow(() -> Problem.input(decoder + " does not fit the encoder: its outputs are "
                        + decoding.outputs() + ", but images of " + shape + " were expected" + ADVICE));
        return new ModelCard(name(encoder), latents, shape, 0, 1, distribution(decoding, reconstruction), image.name(),
                mean.name(), logVariance, latent.name(), reconstruction);
    }

    private static ModelCard decoderOnly(Path decoder, OnnxSummary decoding) {
        OnnxValue latent = latent(decoding, decoder);
        for (OnnxValue output : OutputProbe.complete(decoder, decoding, latent)) {
            Optional<ObservationShape> shape = ImageAxes.shape(output);
            if (shape.isPresent()) {
                return new ModelCard(name(decoder), latent.length(1), shape.get(), 0, 1,
                        distribution(decoding, output.name()), null, null, null, latent.name(), output.name());
            }
        }
        throw Problem.input(decoder + " is no decoder: its outputs are " + decoding.outputs()
                + ", but images [N, C, H, W] or [N, C·H·W] were expected" + ADVICE);
    }

    private static OnnxValue onlyInput(OnnxSummary model, Path file, String what) {
        if (model.inputs().size() != 1 || !model.inputs().get(0).type().equals("float")) {
            throw Problem.input(file + " is not " + what + " by its inputs " + model.inputs()
                    + ": one float input was expected" + ADVICE);
        }
        return model.inputs().get(0);
    }

    private static OnnxValue latent(OnnxSummary decoding, Path decoder) {
        OnnxValue latent = onlyInput(decoding, decoder, "a decoder");
        if (latent.rank() != 2 || latent.length(1) < 1 || latent.length(1) > MAXIMUM_LATENTS) {
            throw Problem.input(decoder + " is no decoder: its input is " + latent
                    + ", but latents [N, D] were expected" + ADVICE);
        }
        return latent;
    }

    private static OnnxValue mean(List<OnnxValue> outputs, Path file) {
        List<OnnxValue> codes = outputs.stream()
                .filter(o -> o.type().equals("float") && o.rank() == 2 && o.length(1) > 0).toList();
        return Stream.of(OutputRole.MEAN, OutputRole.UNKNOWN, OutputRole.CODE)
                .flatMap(role -> codes.stream().filter(o -> OutputRole.of(o) == role)).findFirst()
                .orElseThrow(() -> Problem.input(file + " is no encoder: its outputs are " + outputs
                        + (codes.stream().anyMatch(o -> OutputRole.of(o) == OutputRole.JOINED)
                                ? ", but posterior means [N, D] in an output of their own were expected"
                                : ", but posterior means [N, D] were expected")
                        + ADVICE));
    }

    /** The output that is named so, else the only one beside the mean, if it has the mean's shape and no other meaning. */
    private static Optional<OnnxValue> logVariance(List<OnnxValue> outputs, OnnxValue mean) {
        List<OnnxValue> others = outputs.stream().filter(o -> !o.equals(mean) && o.type().equals("float")
                && o.rank() == 2 && o.length(1) == mean.length(1)).toList();
        return others.stream().filter(o -> OutputRole.of(o) == OutputRole.LOG_VARIANCE).findFirst()
                .or(() -> others.stream().filter(o -> others.size() == 1 && OutputRole.of(o) == OutputRole.UNKNOWN)
                        .findFirst());
    }

    /** A sigmoid at the end makes probabilities; anything else is taken as the pixel's mean. */
    private static ModelCard.Distribution distribution(OnnxSummary decoder, String output) {
        return "Sigmoid".equals(decoder.last().get(output)) ? ModelCard.Distribution.BERNOULLI
                : ModelCard.Distribution.GAUSSIAN;
    }

    private static String name(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || folder.getFileName() == null ? file.getFileName().toString()
                : folder.getFileName().toString();
    }
}
