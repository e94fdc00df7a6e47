package org.distaff.models.vae;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.training.network.Initialiser;

/** The parameters all variational autoencoders share. */
final class VaeParameters {

    private VaeParameters() {
    }

    static Description addTo(Description description) {
        return description
                .parameter(Parameter.integer("latents", 10).range(1, 4096)
                        .meaning("number of latents (Locatello et al., ICML 2019: 10)"))
                .parameter(Parameter.choice("network", VaeNetworks.CHOICES).meaning(
                        "conv: Locatello et al.; conv4: 4×4 kernels throughout; mlp: Higgins et al.; "
                                + "small-mlp: quick runs"))
                .parameter(Parameter
                        .choice("initialiser", Initialiser.GLOROT_UNIFORM.id(), Initialiser.KAIMING_UNIFORM.id(),
                                Initialiser.PYTORCH_DEFAULT.id())
                        .meaning("how weights start; TensorFlow's default as in the published studies"));
    }
}
