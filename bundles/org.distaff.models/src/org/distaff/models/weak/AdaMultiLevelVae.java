package org.distaff.models.weak;

/** Contributes {@code ada-ml-vae}: posteriors of shared latents are multiplied. */
public final class AdaMultiLevelVae extends AdaVae {

    public AdaMultiLevelVae() {
        super("ada-ml-vae", "Ada-ML-VAE", "multiplied");
    }

    @Override
    SharedLatents shared() {
        return SharedLatents.PRODUCT;
    }
}
