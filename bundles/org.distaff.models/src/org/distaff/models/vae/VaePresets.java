package org.distaff.models.vae;

import org.distaff.core.describe.Preset;

/** Settings of studies that compare several methods over variational autoencoders. */
public final class VaePresets {

    private VaePresets() {
    }

    /** Ten latents, networks and schedule of Locatello et al., ICML 2019. */
    public static Preset locatello() {
        return schedule(networks(Preset.of("locatello-2019", "Locatello et al., Challenging Common Assumptions in the "
                + "Unsupervised Learning of Disentangled Representations, ICML 2019, appendix (networks, optimiser, grid)"),
                "conv", "glorot-uniform"));
    }

    /** Of Locatello et al., ICML 2020, for learning from pairs. */
    public static Preset pairs() {
        return schedule(networks(Preset.of("locatello-2020", "Locatello et al., Weakly-Supervised Disentanglement Without "
                + "Compromises, ICML 2020, section 5 and appendix (networks, optimiser, grid)"), "conv4",
                "glorot-uniform"));
    }

    /** Of Roth et al., ICLR 2023, whose released grids are given per method. */
    public static Preset roth() {
        return roth("");
    }

    /** The same under a longer name. */
    public static Preset roth(String ending) {
        return schedule(networks(Preset.of("roth-2023" + ending, "Roth et al., Disentanglement of Correlated Factors via "
                + "Hausdorff Factorized Support, ICLR 2023, section 5, and the grids they released"), "conv4",
                "kaiming-uniform"));
    }

    private static Preset networks(Preset preset, String network, String initialiser) {
        return preset.fixed("latents", 10).fixed("network", network).fixed("initialiser", initialiser);
    }

    private static Preset schedule(Preset preset) {
        return preset.training("steps", 300_000).training("batch", 64).training("learningRate", 1e-4);
    }
}
