package org.distaff.models.external;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.export.FoundModel;

/** Contributes {@code external}: a method outside Distaff, run by the user's own command. */
public final class External implements Model {

    @Override
    public Description describe() {
        return Description.of("external", "External command")
                .summary("Trains with a command of your own and takes over the ONNX files it leaves")
                .help("""
                        The command runs in the cell's folder and is given one argument, the path of request.json. That \
                        document has: "seed", "steps", "batch", "learningRate", "threads", "device", "options" (the \
                        text of the parameter of that name), "factors" (a list of {"name", "size", "kind"}), \
                        "observation" ({"channels", "height", "width"}), "digest" (of the data set), "images" and \
                        "factorValues" (paths of .npy files: float32 [N, C, H, W] and int32 [N, factors], drawn from \
                        the training distribution), and "folder", where the results belong.

                        It must leave encoder.onnx there (images [N, C, H, W] to "mean" and, if it has one, "logvar", \
                        [N, D]) and may leave decoder.onnx ([N, D] to images), model.json (which input and output is \
                        what; guessed otherwise) and training.csv (a header line "step,loss,…", a row per logged step). \
                        A line "progress 0.25 what is being done" on its standard output moves the progress bar; other \
                        lines go to external.log. An exit code other than 0 fails the cell with the last lines of its \
                        standard error; 42 says that this setting can never work. When the run is cancelled the \
                        command and everything it started are ended.

                        The command is split at spaces; put a path with spaces in double quotes. Relative paths are \
                        looked up from where Distaff was started. Two runs with one seed are equal if the command makes \
                        them so.""")
                .reference("Distaff 2026, written contract for training commands")
                .parameter(Parameter.text("command", null).mandatory()
                        .meaning("what to run, as in: python3 train.py --method my-vae"))
                .parameter(Parameter.text("options", "").meaning("any text, handed to the command in request.json"))
                .parameter(Parameter.integer("observations", 10_000).range(1, 10_000_000)
                        .meaning("how many observations to write for it"));
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        Path request = Request.write(context);
        new CommandRun(CommandLine.split(context.parameters().text("command")), request, context).run();
        for (Path data : Request.data(context.folder())) {
            Files.deleteIfExists(data);
        }
        Path folder = context.folder();
        if (!Files.exists(folder.resolve("encoder.onnx"))) {
            throw Problem.failed("The command ended well but left no encoder.onnx in " + folder
                    + "; it must write its files to the \"folder\" that request.json names.", null);
        }
        Path curves = folder.resolve("training.csv");
        if (!Files.exists(curves)) {
            Files.writeString(curves, "step\n", StandardCharsets.UTF_8);
        }
        return FoundModel.in(folder, context.dataset().observation());
    }
}
