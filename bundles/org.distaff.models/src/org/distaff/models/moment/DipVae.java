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
import org.distaff.models.vae.VaePass;
import org.distaff.models.vae.VaePresets;
import org.distaff.models.vae.VaeTraining;

/** What both kinds of DIP-VAE share: a penalty of a batch's covariance beside the negative evidence lower bound. */
public abstract sealed class DipVae implements VaeModel permits DipVaeOne, DipVaeTwo {

    private final Description description;

    DipVae(Description description) {
        this.description = description;
    }

    /**
     * @param covariance     of what, in words
     * @param equation       in the paper
     * @param diagonalFactor Locatello et al.'s
     */
    static Description describe(String id, String name, String covariance, int equation, int diagonalFactor) {
        return VaeMethod.describe(id, name, """
                Minimises reconstruction + KL + λ_od Σ_{i≠j} C_ij² + λ_d Σ_i (C_ii − 1)², where C is the batch's \
                covariance of the %s, with divisor B. λ_d is diagonalFactor times λ_od.""".formatted(covariance),
                "Variational autoencoder that presses the covariance of the " + covariance + " towards the identity")
                .reference("Kumar, Sattigeri, Balakrishnan, Variational Inference of Disentangled Latent Concepts from "
                        + "Unlabeled Observations, ICLR 2018, equation " + equation)
                .parameter(Parameter.real("offDiagonal", 5).range(0, 1e6)
                        .meaning("weight λ_od; Locatello et al. sweep 1, 2, 5, 10, 20, 50"))
                .parameter(Parameter.real("diagonalFactor", diagonalFactor).range(0, 1e6)
                        .meaning("λ_d / λ_od (Locatello et al.: " + diagonalFactor + ")"))
                .preset(VaePresets.locatello().sweep("offDiagonal", 1, 2, 5, 10, 20, 50)
                        .fixed("diagonalFactor", diagonalFactor));
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public Set<String> differing() {
        return Set.of("offDiagonal", "diagonalFactor");
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        return VaeTraining.run(contexts, description, loss(MomentPenalty.of(contexts)));
    }

    /** reconstruction + KL + penalty. */
    public VaeLoss loss(MomentPenalty penalty) {
        return (pass, step) -> {
            Tensor moments = moments(penalty, pass, step);
            return pass.terms(pass.negativeElbo().add(moments)).and("moments", moments);
        };
    }

    /** The penalty of one pass. */
    abstract Tensor moments(MomentPenalty penalty, VaePass pass, long step);
}
