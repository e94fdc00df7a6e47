package org.distaff.models.moment;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.bytedeco.pytorch.Tensor;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.models.regulariser.MomentPenalty;
import org.distaff.models.vae.VaeLoss;
import org.distaff.models.vae.VaeMethod;
import org.distaff.models.vae.VaeModel;
import org.distaff.models.vae.VaeTraining;

/** Contributes {@code dip-vae-i}: the covariance of the posterior means pressed towards the identity. */
public final class DipVaeOne implements VaeModel {

    private static final Description DESCRIPTION = VaeMethod.describe("dip-vae-i", "DIP-VAE-I", """
            Minimises reconstruction + KL + λ_od Σ_{i≠j} C_ij² + λ_d Σ_i (C_ii − 1)², where C is the batch's covariance of the posterior means, \
            with divisor B. λ_d is diagonalFactor times λ_od.""",
            "Variational autoencoder that presses the covariance of the posterior means towards the identity")
            .reference("Kumar, Sattigeri, Balakrishnan, Variational Inference of Disentangled Latent Concepts from "
                    + "Unlabeled Observations, ICLR 2018, equation 6")
            .parameter(Parameter.real("offDiagonal", 5).range(0, 1e6)
                    .meaning("weight λ_od; Locatello et al. sweep 1, 2, 5, 10, 20, 50"))
            .parameter(Parameter.real("diagonalFactor", 10).range(0, 1e6)
                    .meaning("λ_d / λ_od (Locatello et al.: 10)"));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<String> differing() {
        return Set.of("offDiagonal", "diagonalFactor");
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        return VaeTraining.run(contexts, DESCRIPTION, loss(MomentPenalty.of(contexts)));
    }

    /** reconstruction + KL + penalty of the covariance of the posterior means. */
    public static VaeLoss loss(MomentPenalty penalty) {
        return (pass, step) -> {
            Tensor moments = penalty.ofMeans(pass.posterior().mean(), step);
            return pass.terms(pass.negativeElbo().add(moments)).and("moments", moments);
        };
    }
}
