package org.distaff.datasets.darcy;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;

/** Contributes {@code darcy}. */
public final class DarcyProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("darcy", "Darcy flow")
                .summary("Pressure and velocity fields of flow through random ground; factors are its modes' weights")
                .help("""
                        The logarithm of the permeability is a Gaussian field on 65 × 65 nodes of the unit square with \
                        covariance exp(−r/0.1), cut to its largest modes: log K = Σ √λ_i u_i w_i with eigenvectors u of \
                        length 1. The factors are the weights w, cut into equal levels over [−4, 4]; fields are computed \
                        from the levels' middles. Observations are pressure and both velocities, 3 × 65 × 65, x to the \
                        right and y up; permeability is not among them.

                        Modes 2 and 3 have equal eigenvalues, so a convention fixes them: of such a pair the one \
                        antisymmetric in x comes first, and signs are fixed too. 'published' solves \
                        −K ∇²p − ∇K·∇p = f by central differences with mirror images at the walls, which conserves flow \
                        only approximately; 'conservative' uses finite volumes. The published solver minimised least \
                        squares, this one solves the bordered system, which agrees to about 1e-6.""")
                .reference("Jacobsen and Duraisamy, Disentangling Generative Factors of Physical Fields Using Variational "
                        + "Autoencoders, Frontiers in Physics 10, 2022, §3")
                .reference("Zhu and Zabaras, Bayesian Deep Convolutional Encoder-Decoder Networks for Surrogate Modeling "
                        + "and Uncertainty Quantification, Journal of Computational Physics 366, 2018, §4")
                .parameter(Parameter.integer("modes", 2).range(1, 100).meaning("modes of log K, the factors"))
                .parameter(Parameter.integer("fields", 512).range(1, 100_000).meaning("number of fields"))
                .parameter(Parameter.choice("weights", "gaussian", "bimodal", "latin-hypercube")
                        .meaning("N(0, 1); half N(1, 0.25²) and half N(−1, 0.25²); N(0, 1) in a Latin hypercube"))
                .parameter(Parameter.choice("scheme", "published", "conservative").meaning("how the flow is solved"))
                .parameter(Parameter.integer("levels", 1024).range(16, 1 << 20).meaning("levels of each weight"))
                .parameter(Parameter.choice("split", "train", "test").meaning("independent fields for each"))
                .parameter(Parameter.integer("seed", 0).meaning("seed of the weights"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        int modes = parameters.integer("modes");
        int count = parameters.integer("fields");
        RandomGenerator random = RandomStreams.derive(parameters.integer("seed"), "darcy/" + parameters.text("split"));
        double[] weights = new double[count * modes];
        for (int mode = 0; mode < modes; mode++) {
            double[] column = switch (parameters.text("weights")) {
                case "bimodal" -> bimodal(count, random);
                case "latin-hypercube" -> NormalQuantile.hypercube(count, random);
                default -> IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
            };
            for (int i = 0; i < count; i++) {
                weights[i * modes + mode] = column[i];
            }
        }
        return new DarcyFields(weights, modes, parameters.integer("levels"),
                parameters.text("scheme").equals("conservative"), "darcy/2/" + parameters);
    }

    private static double[] bimodal(int count, RandomGenerator random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextBoolean() ? 1 : -1) + 0.25 * random.nextGaussian();
        }
        return values;
    }
}
