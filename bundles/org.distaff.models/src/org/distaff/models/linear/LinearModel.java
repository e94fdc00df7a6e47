package org.distaff.models.linear;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.models.draw.DrawnObservations;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.export.DeterministicExport;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;

/** What the linear baselines share: their observations, and their files. */
final class LinearModel {

    private LinearModel() {
    }

    static Description addTo(Description description) {
        return description
                .parameter(Parameter.integer("latents", 10).range(1, 1024).meaning("number of components"))
                .parameter(Parameter.integer("observations", 5_000).range(2, 1_000_000).meaning(
                        "observations they are found from (Fil et al. 2021: 1,000 to 25,000); kept in memory"));
    }

    /** Observations of the training distribution, {@code n × P}. */
    static float[] observations(TrainingContext context) {
        LibTorch.load(context.threads(), context.device());
        return DrawnObservations.of(context, context.parameters().integer("observations"), "linear/observations").values();
    }

    /**
     * Writes code = E (x − mean) and x = mean + F code.
     *
     * @param encoding E, {@code D × P}
     * @param decoding F transposed, {@code D × P}
     */
    static TrainedModel write(double[][] encoding, double[][] decoding, double[] mean, String name, String version,
            TrainingContext context) throws IOException {
        int latents = encoding.length;
        int width = mean.length;
        float[] weight = new float[latents * width];
        float[] bias = new float[latents];
        float[] image = new float[width * latents];
        float[] centre = new float[width];
        for (int d = 0; d < latents; d++) {
            double offset = 0;
            for (int i = 0; i < width; i++) {
                weight[d * width + i] = (float) encoding[d][i];
                image[i * latents + d] = (float) decoding[d][i];
                offset -= encoding[d][i] * mean[i];
            }
            bias[d] = (float) offset;
        }
        for (int i = 0; i < width; i++) {
            centre[i] = (float) mean[i];
        }
        ObservationShape shape = context.dataset().observation();
        Network encoder = Network.of("encoder", new int[] {shape.channels(), shape.height(), shape.width()},
                List.of(new Flatten(), new Dense(width, latents)));
        Network decoder = Network.of("decoder", new int[] {latents}, List.of(new Dense(latents, width),
                new Reshape(shape.channels(), shape.height(), shape.width())));
        Files.writeString(context.folder().resolve("training.csv"), "step\n", StandardCharsets.UTF_8);
        return DeterministicExport.write(encoder, List.of(weight, bias), decoder, List.of(image, centre), name, version,
                context.folder());
    }
}
