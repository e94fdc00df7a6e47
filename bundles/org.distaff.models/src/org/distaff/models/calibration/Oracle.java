package org.distaff.models.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Description;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.export.DeterministicExport;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Network;

/** Contributes {@code oracle}: codes that are the ground-truth factors themselves. */
public final class Oracle implements Model {

    private static final String ID = "oracle";
    private static final String VERSION = "1";

    @Override
    public Description describe() {
        return Description.of(ID, "Ground-truth codes").version(VERSION)
                .summary("Codes are the factors of variation themselves, what a perfect model would score")
                .help("""
                        One latent for each factor, its value standardised to zero mean and unit variance over the                         uniform factor space. The encoder is told the factor values and never sees an observation, so                         no trained model can do better; metrics that give it less than their best value show what they                         punish besides entanglement. There is no decoder and no posterior. Training settings and seed                         are ignored.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled "
                        + "Representations, ICML 2019, section 2 (ground-truth factors as representation)");
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        FactorSpace space = context.dataset().factors();
        int count = space.count();
        float[] weight = new float[count * count];
        float[] bias = new float[count];
        for (int k = 0; k < count; k++) {
            double size = space.size(k);
            // a discrete uniform variable on 0 … n−1 has variance (n² − 1)/12; a constant is left as it is
            double deviation = size > 1 ? Math.sqrt((size * size - 1) / 12) : 1;
            weight[k * count + k] = (float) (1 / deviation);
            bias[k] = (float) (-(size - 1) / 2 / deviation);
        }
        Network encoder = Network.of("encoder", new int[] {1, 1, count},
                List.of(new Flatten(), new Dense(count, count)));
        Files.writeString(context.folder().resolve("training.csv"), "step\n", StandardCharsets.UTF_8);
        return DeterministicExport.writeFactorEncoder(encoder, List.of(weight, bias), ID, VERSION, context.folder());
    }
}
