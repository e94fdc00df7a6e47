package org.distaff.models.linear;

import java.io.IOException;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.random.RandomStreams;

/** Contributes {@code pca}. */
public final class PrincipalComponents implements Model {

    private static final String ID = "pca";
    private static final String VERSION = "1";

    @Override
    public Description describe() {
        return LinearModel.addTo(Description.of(ID, "Principal components").version(VERSION)
                .summary("Codes are the observations' coordinates along their principal axes, the linear baseline")
                .help("""
                        Projects observations on the directions in which they vary most; the decoder is the mean plus \
                        the axes. Codes are deterministic, so scores that need a posterior are undefined. Training \
                        settings are ignored. Of each axis the entry of largest size is positive, so that the seed, \
                        which draws the observations, decides nothing else.""")
                .reference("Hotelling, Analysis of a Complex of Statistical Variables into Principal Components, "
                        + "Journal of Educational Psychology 1933")
                .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                        + "Framework, ICLR 2017, table 2 (as a baseline)"))
                .parameter(Parameter.flag("whiten", true)
                        .meaning("scale every component to unit variance (Fil et al. 2021)"));
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        float[] observations = LinearModel.observations(context);
        int latents = context.parameters().integer("latents");
        PrincipalAxes axes = PrincipalAxes.of(observations, context.parameters().integer("observations"), latents,
                RandomStreams.derive(context.seed(), "linear/start"), context.progress());
        boolean whiten = context.parameters().flag("whiten");
        double[][] encoding = new double[latents][];
        double[][] decoding = new double[latents][];
        for (int d = 0; d < latents; d++) {
            double deviation = whiten ? Math.sqrt(axes.variances()[d]) : 1;
            encoding[d] = scaled(axes.axes()[d], 1 / deviation);
            decoding[d] = scaled(axes.axes()[d], deviation);
        }
        return LinearModel.write(encoding, decoding, axes.mean(), ID, VERSION, context);
    }

    private static double[] scaled(double[] axis, double factor) {
        return java.util.Arrays.stream(axis).map(v -> v * factor).toArray();
    }
}
