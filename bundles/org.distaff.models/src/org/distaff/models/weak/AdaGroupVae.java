package org.distaff.models.weak;

/** Contributes {@code ada-gvae}: posteriors of shared latents are averaged. */
public final class AdaGroupVae extends AdaVae {

    public AdaGroupVae() {
        super("ada-gvae", "Ada-GVAE", "averaged");
    }

    @Override
    SharedLatents shared() {
        return SharedLatents.AVERAGE;
    }
}
