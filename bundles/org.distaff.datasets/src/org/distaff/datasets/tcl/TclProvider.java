package org.distaff.datasets.tcl;

import java.util.Locale;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Contributes {@code tcl}. */
public final class TclProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("tcl", "Time-contrastive mixtures")
                .summary("Nonlinear mixtures of sources whose spread changes between segments, for nonlinear ICA")
                .help("""
                        In each segment each source has a spread λ from U(0.5, 3), which multiplies its standard deviation; \
                        a point's sources are λ times base noise of mean 0 and variance 1 (plus a mean from U(−5, 5) with \
                        'uncentred'). A network of linear layers with xtanh between them, tanh(y) + 0.1 y, mixes them. \
                        One matrix serves all layers: entries from U(−1, 1), columns of length 1, drawn until its \
                        condition number is below the 25th percentile of 10,000 such matrices.

                        Observations are vectors. The factors are the segment and each source's level: sources are cut \
                        into equal levels over the range of the data, and mixtures are computed from the levels' middles. \
                        At 1,024 levels the rounding has a standard deviation of about 0.007, against 0.5 of the calmest \
                        source. The data set has segments × points rows.""")
                .reference("Hyvärinen and Morioka, Unsupervised Feature Extraction by Time-Contrastive Learning and "
                        + "Nonlinear ICA, NeurIPS 2016, §6")
                .reference("Khemakhem, Kingma, Monti, Hyvärinen, Variational Autoencoders and Nonlinear ICA: A Unifying "
                        + "Framework, AISTATS 2020, §5.1")
                .parameter(Parameter.integer("segments", 40).range(2, 10_000).meaning("number of segments"))
                .parameter(Parameter.integer("points", 1000).range(1, 100_000).meaning("points in each segment"))
                .parameter(Parameter.integer("sources", 5).range(2, 50).meaning("number of sources"))
                .parameter(Parameter.integer("mixtures", 0).range(0, 1000)
                        .meaning("number of mixtures; 0 means as many as sources"))
                .parameter(Parameter.integer("layers", 3).range(1, 20).meaning("linear layers of the mixing"))
                .parameter(Parameter.real("slope", 0.1).range(0, 1).meaning("linear part of the activation"))
                .parameter(Parameter.choice("noise", "gauss", "laplace", "hypsecant").meaning("base noise of the sources"))
                .parameter(Parameter.flag("uncentred", false).meaning("whether segments also shift the sources' means"))
                .parameter(Parameter.flag("staircase", false)
                        .meaning("whether the first source's mean climbs in steps of 3 in a random order of segments"))
                .parameter(Parameter.real("observationNoise", 0).range(0, 100)
                        .meaning("standard deviation of noise on the mixtures"))
                .parameter(Parameter.integer("levels", 1024).range(16, 1 << 20).meaning("levels of each source factor"))
                .parameter(Parameter.integer("seed", 1).meaning("seed of sources and mixing"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        int sources = parameters.integer("sources");
        int mixtures = parameters.integer("mixtures") == 0 ? sources : parameters.integer("mixtures");
        if (mixtures < sources) {
            throw Problem.input("'tcl' needs at least as many mixtures as sources (" + sources + "), not " + mixtures
                    + ".");
        }
        long values = (long) parameters.integer("segments") * parameters.integer("points") * (sources + 1);
        if (values > 1 << 28) {
            throw Problem.input("'tcl' would have " + values + " factor values; ask for fewer points or segments.");
        }
        return new Mixtures(new MixtureSettings(parameters.integer("segments"), parameters.integer("points"), sources,
                mixtures, parameters.integer("layers"), parameters.real("slope"),
                SourceKind.valueOf(parameters.text("noise").toUpperCase(Locale.ROOT)), parameters.flag("uncentred"),
                parameters.flag("staircase"), parameters.real("observationNoise"), parameters.integer("levels"),
                parameters.integer("seed")), "tcl/1/" + parameters);
    }
}
