package org.distaff.cli.command;

import java.nio.file.Path;

import org.distaff.cli.input.InputFile;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.Execution;

/** The options of commands that execute a trained model. */
final class EngineOptions {

    static final Parameter ENCODER = Parameter.path("encoder", null)
            .meaning("encoder as ONNX file: images [N, C, H, W] to means (and ln σ²) [N, latents]");
    static final Parameter DECODER = Parameter.path("decoder", null)
            .meaning("decoder as ONNX file: latents [N, latents] to images");
    static final Parameter DEVICE = Parameter.text("device", "auto").meaning("auto, cpu or cuda:N");

    private EngineOptions() {
    }

    /** The device, checked. */
    static String device(Parameters options) {
        String device = options.text("device");
        if (!device.matches("auto|cpu|cuda:[0-9]{1,3}")) {
            throw Problem.input("--device must be auto, cpu or cuda:N (as in cuda:0), not '" + device + "'.");
        }
        return device;
    }

    static Execution execution(Parameters options) {
        return new Execution(device(options), Runtime.getRuntime().availableProcessors());
    }

    /** The trained model that {@code --encoder} and, if the command has it, {@code --decoder} name. */
    static TrainedModel model(Parameters options) {
        Path encoder = InputFile.existing(options.text("encoder"), "--encoder");
        Path decoder = options.optional("decoder").map(d -> InputFile.existing(d, "--decoder")).orElse(null);
        return ModelCards.find(encoder, decoder);
    }

    static Encoder encoder(TrainedModel model, Parameters options) {
        return Encoder.open(model.encoder(), model.card(), execution(options));
    }
}
