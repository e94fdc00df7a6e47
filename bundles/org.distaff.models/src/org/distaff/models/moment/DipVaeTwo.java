package org.distaff.models.moment;

import org.bytedeco.pytorch.Tensor;
import org.distaff.models.regulariser.MomentPenalty;
import org.distaff.models.vae.VaePass;

/** Contributes {@code dip-vae-ii}: the covariance of the codes, Cov[μ] + E[σ²], pressed towards the identity. */
public final class DipVaeTwo extends DipVae {

    public DipVaeTwo() {
        super(describe("dip-vae-ii", "DIP-VAE-II", "codes, Cov[μ] + E[σ²]", 7, 1));
    }

    @Override
    Tensor moments(MomentPenalty penalty, VaePass pass, long step) {
        return penalty.ofCodes(pass.posterior().mean(), pass.posterior().logVariance(), step);
    }
}
