package org.distaff.models.moment;

import org.bytedeco.pytorch.Tensor;
import org.distaff.models.regulariser.MomentPenalty;
import org.distaff.models.vae.VaePass;

/** Contributes {@code dip-vae-i}: the covariance of the posterior means pressed towards the identity. */
public final class DipVaeOne extends DipVae {

    public DipVaeOne() {
        super(describe("dip-vae-i", "DIP-VAE-I", "posterior means", 6, 10));
    }

    @Override
    Tensor moments(MomentPenalty penalty, VaePass pass, long step) {
        return penalty.ofMeans(pass.posterior().mean(), step);
    }
}
