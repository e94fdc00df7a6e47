package org.distaff.models.vae;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;

/** What the descriptions of all methods over a variational autoencoder have in common. */
public final class VaeMethod {

    private static final String COMMON = """

            The reconstruction is Bernoulli cross-entropy summed over pixels and channels, the KL is summed over latents, \
            both averaged over the batch. Adam has β₁ 0.9, β₂ 0.999, ε 1e-8; Adagrad begins with sums of 0. The \
            published studies take optimiser adam, network conv, 10 latents, batches of 64, learning rate 1e-4 and 300,000 steps.""";

    private VaeMethod() {
    }

    /**
     * A description with the shared networks, parameters, labels and help.
     *
     * @param help what the method minimises
     */
    public static Description describe(String id, String name, String help, String summary) {
        return assemble(id, name, help, summary, Supervision::addTo);
    }

    /** The same for methods that take no labels. */
    public static Description describeUnlabelled(String id, String name, String help, String summary) {
        return assemble(id, name, help, summary, d -> d);
    }

    private static Description assemble(String id, String name, String help, String summary,
            java.util.function.UnaryOperator<Description> labels) {
        return labels.apply(VaeParameters.addTo(Description.of(id, name).summary(summary).help(help + "\n" + COMMON)
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix (networks, optimiser, grid)"))
                .parameter(Parameter.choice("optimiser", VaeTraining.OPTIMISERS)
                        .meaning("what moves the autoencoder's weights; adagrad: Higgins et al. on dSprites")));
    }
}
