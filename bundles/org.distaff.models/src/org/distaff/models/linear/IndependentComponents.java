package org.distaff.models.linear;

import java.io.IOException;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;

/** Contributes {@code fast-ica}. */
public final class IndependentComponents implements Model {

    private static final String ID = "fast-ica";
    private static final String VERSION = "1";
    /** Share of the progress that finding the principal axes is given. */
    private static final double WHITENED = 0.7;

    @Override
    public Description describe() {
        return LinearModel.addTo(Description.of(ID, "Independent components").version(VERSION)
                .summary("Codes are the least Gaussian rotation of the whitened principal components")
                .help("""
                        FastICA with the contrast ln cosh and symmetric decorrelation, started from a random rotation \
                        of the seed, on whitened principal components. It stops when no direction's cosine with itself \
                        a round earlier differs from ±1 by more than 1e-4. The decoder is the mean plus the mixing \
                        directions. Codes are deterministic; training settings are ignored.""")
                .reference("Hyvärinen, Fast and Robust Fixed-Point Algorithms for Independent Component Analysis, IEEE "
                        + "Transactions on Neural Networks 1999, section III")
                .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                        + "Framework, ICLR 2017, table 2 (as a baseline)"))
                .parameter(Parameter.integer("rounds", 400).range(1, 100_000).meaning("most rounds (Fil et al. 2021)"));
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        float[] observations = LinearModel.observations(context);
        int latents = context.parameters().integer("latents");
        Progress progress = context.progress();
        PrincipalAxes axes = PrincipalAxes.of(observations, context.parameters().integer("observations"), latents,
                RandomStreams.derive(context.seed(), "linear/start"), progress.part(0, WHITENED));
        Unmixing unmixing = Unmixing.of(axes.whitened(observations), latents, context.parameters().integer("rounds"),
                RandomStreams.derive(context.seed(), "linear/rotation"), progress.part(WHITENED, 1));
        int width = axes.mean().length;
        double[][] encoding = new double[latents][width];
        double[][] decoding = new double[latents][width];
        for (int s = 0; s < latents; s++) {
            for (int d = 0; d < latents; d++) {
                double weight = unmixing.rotation()[s][d];
                double deviation = Math.sqrt(axes.variances()[d]);
                for (int i = 0; i < width; i++) {
                    encoding[s][i] += weight / deviation * axes.axes()[d][i];
                    decoding[s][i] += weight * deviation * axes.axes()[d][i];
                }
            }
        }
        return LinearModel.write(encoding, decoding, axes.mean(), ID, VERSION, context);
    }
}
