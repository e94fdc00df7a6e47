package org.distaff.models.vae;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.training.network.Initialiser;

/** The parameters all variational autoencoders share. */
public final class VaeParameters {

    private VaeParameters() {
    }

    static Description addTo(Description description) {
        return addTo(description, 10, VaeNetworks.CHOICES[0], Initialiser.GLOROT_UNIFORM);
    }

    /** The same with other defaults. */
    public static Description addTo(Description description, int latents, String network, Initialiser initialiser) {
        return description
                .parameter(Parameter.integer("latents", latents).range(1, 4096)
                        .meaning("number of latents (Locatello et al., ICML 2019: 10)"))
                .parameter(Parameter.choice("network", VaeNetworks.CHOICES).withDefault(network).meaning(
                        "conv: Locatello et al.; conv4: 4×4 kernels throughout; conv-128: Kim and Mnih; conv-32: Burgess "
                                + "et al.; mlp: Higgins et al.; small-mlp: quick runs; guided-digits and guided-faces: "
                                + "Ding et al. for sides of 28 and 64, the latter without sigmoid, so that reconstruction is the squared error"))
                .parameter(Parameter
                        .choice("initialiser", Initialiser.GLOROT_UNIFORM.id(), Initialiser.KAIMING_UNIFORM.id(),
                                Initialiser.PYTORCH_DEFAULT.id())
                        .withDefault(initialiser.id()).meaning("how weights start; glorot-uniform is TensorFlow's "
                                + "default, as Locatello et al. have it"));
    }
}
