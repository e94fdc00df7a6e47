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

    /** Of Kim and Mnih, ICML 2018, for dSprites. */
    public static Preset kim() {
        return schedule(networks(Preset.of("kim-2018", "Kim and Mnih, Disentangling by Factorising, ICML 2018, section 5 and "
                + "appendix (networks, optimiser), dSprites"), "conv-128", "glorot-uniform"));
    }

    /** Of Higgins et al., ICLR 2017, for dSprites; how long they trained is not told. */
    static Preset higgins() {
        return networks(Preset.of("higgins-2017", "Higgins et al., beta-VAE: Learning Basic Visual Concepts with a "
                + "Constrained Variational Framework, ICLR 2017, appendix (networks, optimiser), dSprites"), "mlp",
                "glorot-uniform").fixed("optimiser", "adagrad").training("learningRate", 1e-2);
    }

    /** Of Burgess et al., NIPS 2017 workshop, for dSprites. */
    static Preset burgess() {
        return networks(Preset.of("burgess-2017", "Burgess et al., Understanding Disentangling in β-VAE, NIPS 2017 workshop, "
                + "appendix (networks, optimiser), dSprites"), "conv-32", "glorot-uniform")
                .training("batch", 64).training("learningRate", 5e-4);
    }

    private static Preset networks(Preset preset, String network, String initialiser) {
        return preset.fixed("latents", 10).fixed("network", network).fixed("initialiser", initialiser);
    }

    private static Preset schedule(Preset preset) {
        return preset.training("steps", 300_000).training("batch", 64).training("learningRate", 1e-4);
    }
}
