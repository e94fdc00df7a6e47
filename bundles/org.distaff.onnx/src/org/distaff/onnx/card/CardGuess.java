package org.distaff.onnx.card;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.file.OnnxValue;

/** Guesses what is what in ONNX files that carry no card. */
final class CardGuess {

    private static final List<String> MEAN = List.of("mean", "mu", "loc", "z_mean", "mus");
    private static final List<String> LOG_VARIANCE = List.of("logvar", "log_var", "logvariance", "log_variance",
            "z_log_var", "logsigma2", "z_logvar");
    private static final String ADVICE = "; a " + ModelCards.FILE + " beside the file can say what is what.";

    private CardGuess() {
    }

    static ModelCard guess(Path encoder, Path decoder) {
        OnnxSummary inspectedDecoder = decoder == null ? null : OnnxFile.read(decoder);
        if (encoder == null) {
            return decoderOnly(decoder, inspectedDecoder);
        }
        OnnxSummary inspected = OnnxFile.read(encoder);
        OnnxValue image = onlyInput(inspected, encoder, "an encoder");
        ObservationShape shape = shape(image).orElseThrow(() -> Problem.input(encoder + " is no encoder: its input is "
                + image + ", but images [N, C, H, W] or [N, C·H·W] were expected" + ADVICE));
        OnnxValue mean = mean(inspected, encoder);
        Optional<OnnxValue> logVariance = logVariance(inspected, mean);
        int latents = mean.length(1);
        String input = null;
        String output = null;
        if (decoder != null) {
            OnnxValue latent = onlyInput(inspectedDecoder, decoder, "a decoder");
            if (latent.rank() != 2 || latent.length(1) != latents) {
                throw Problem.input(decoder + " does not fit " + encoder + ": its input is " + latent
                        + ", but latents [N, " + latents + "] were expected" + ADVICE);
            }
            input = latent.name();
            output = image(inspectedDecoder, shape, decoder).name();
        }
        return new ModelCard(name(encoder), latents, shape, 0, 1, distribution(inspectedDecoder, output), image.name(),
                mean.name(), logVariance.map(OnnxValue::name).orElse(null), input, output);
    }

    private static ModelCard decoderOnly(Path decoder, OnnxSummary inspected) {
        OnnxValue latent = onlyInput(inspected, decoder, "a decoder");
        if (latent.rank() != 2 || latent.length(1) < 1) {
            throw Problem.input(decoder + " is no decoder: its input is " + latent
                    + ", but latents [N, D] were expected" + ADVICE);
        }
        for (OnnxValue output : inspected.outputs()) {
            Optional<ObservationShape> shape = shape(OutputProbe.complete(decoder, latent, output));
            if (shape.isPresent()) {
                return new ModelCard(name(decoder), latent.length(1), shape.get(), 0, 1,
                        distribution(inspected, output.name()), null, null, null, latent.name(), output.name());
            }
        }
        throw Problem.input(decoder + " is no decoder: its outputs are " + inspected.outputs()
                + ", but images [N, C, H, W] were expected" + ADVICE);
    }

    private static OnnxValue onlyInput(OnnxSummary model, Path file, String what) {
        if (model.inputs().size() != 1 || !model.inputs().get(0).type().equals("float")) {
            throw Problem.input(file + " is not " + what + " by its inputs " + model.inputs()
                    + ": one float input was expected" + ADVICE);
        }
        return model.inputs().get(0);
    }

    /** [N, C, H, W] with one to four channels, or [N, H·W] of a square image. */
    private static Optional<ObservationShape> shape(OnnxValue value) {
        if (value.rank() == 4 && value.length(1) >= 1 && value.length(1) <= 4 && value.length(2) > 1
                && value.length(3) > 1) {
            return Optional.of(new ObservationShape(value.length(1), value.length(2), value.length(3)));
        }
        if (value.rank() == 2) {
            int flat = value.length(1);
            for (int channels : new int[] {1, 3}) {
                int side = flat > 0 && flat % channels == 0 ? (int) Math.round(Math.sqrt(flat / channels)) : 0;
                if (side >= 8 && side * side * channels == flat) {
                    return Optional.of(new ObservationShape(channels, side, side));
                }
            }
        }
        return Optional.empty();
    }

    private static OnnxValue mean(OnnxSummary model, Path file) {
        List<OnnxValue> codes = model.outputs().stream().filter(o -> o.rank() == 2 && o.length(1) > 0).toList();
        Optional<OnnxValue> named = codes.stream().filter(o -> MEAN.contains(lower(o))).findFirst();
        Optional<OnnxValue> first = codes.stream().filter(o -> !LOG_VARIANCE.contains(lower(o))).findFirst();
        return named.or(() -> first).orElseThrow(() -> Problem.input(file + " is no encoder: its outputs are "
                + model.outputs() + ", but posterior means [N, D] were expected" + ADVICE));
    }

    private static Optional<OnnxValue> logVariance(OnnxSummary model, OnnxValue mean) {
        List<OnnxValue> others = model.outputs().stream()
                .filter(o -> !o.equals(mean) && o.rank() == 2 && o.length(1) == mean.length(1)).toList();
        Optional<OnnxValue> named = others.stream().filter(o -> LOG_VARIANCE.contains(lower(o))).findFirst();
        return named.or(() -> others.size() == 1 && !isSpread(others.get(0)) ? Optional.of(others.get(0))
                : Optional.empty());
    }

    /** A standard deviation or a sample is no log-variance. */
    private static boolean isSpread(OnnxValue value) {
        return List.of("std", "sigma", "scale", "z", "sample", "var", "variance").contains(lower(value));
    }

    private static OnnxValue image(OnnxSummary model, ObservationShape shape, Path file) {
        return model.outputs().stream().filter(o -> fits(o, shape)).findFirst()
                .orElseThrow(() -> Problem.input(file + " does not fit the encoder: its outputs are " + model.outputs()
                        + ", but images of " + shape + " were expected" + ADVICE));
    }

    /** Whether an output can be images of a shape; axes that the file leaves open fit any length. */
    private static boolean fits(OnnxValue output, ObservationShape shape) {
        if (output.rank() == 2) {
            return output.length(1) == shape.values() || output.length(1) < 0;
        }
        int[] lengths = {shape.channels(), shape.height(), shape.width()};
        boolean fits = output.rank() == 4;
        for (int axis = 1; fits && axis < 4; axis++) {
            fits = output.length(axis) < 0 || output.length(axis) == lengths[axis - 1];
        }
        return fits;
    }

    /** A sigmoid at the end makes probabilities; anything else is taken as the pixel's mean. */
    private static ModelCard.Distribution distribution(OnnxSummary decoder, String output) {
        return decoder != null && "Sigmoid".equals(decoder.last().get(output)) ? ModelCard.Distribution.BERNOULLI
                : ModelCard.Distribution.GAUSSIAN;
    }

    private static String lower(OnnxValue value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || folder.getFileName() == null ? file.getFileName().toString()
                : folder.getFileName().toString();
    }
}
