package org.distaff.models.support;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.models.regulariser.FactorisedSupport.Matching;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.models.vae.VaeMethod;
import org.distaff.models.vae.VaeModel;
import org.distaff.models.vae.VaePresets;
import org.distaff.models.vae.VaeTraining;
import org.distaff.training.objective.Setting;

/** Contributes {@code hfs}. */
public final class HausdorffVae implements VaeModel {

    private static final Description DESCRIPTION = VaeMethod.describe("hfs", "Hausdorff factorised support", """
            Minimises reconstruction + β · KL + (tcWeight − 1) · TC + γ · HFS + δ · scale. HFS asks only that the \
            support of the codes be a product of intervals, not that latents be independent, so it suits data whose \
            factors are correlated: for pairs of latents drawn anew at every step, the latents of the batch's means are \
            recombined in all ways, and HFS is the largest squared distance of a recombination to the nearest code, \
            summed over the pairs. Codes of independent latents do not reach 0 with finite batches: N(0, 1) codes have \
            about 3.1 per pair for batches of 64, and 11.3 where the two latents are equal. Doubling the codes makes \
            it fourfold; reconstruction and KL fix the scale.

            The paper's HFS alone has β = 0; with β-VAE any β; with β-TCVAE β = 1 and tcWeight 6 (their released grid \
            swept a β that this loss did not use). matching and recombinations select the variants of the released code, \
            whose grids all use hard and full. scale presses each latent's spread over the batch to at least that of the \
            unit interval (support) or to unit deviation (variance); the released code reduces over latents instead of \
            the batch, and no grid uses it.""",
            "Variational autoencoder whose codes' support is pressed towards a product")
            .reference("Roth, Ibrahim, Akata, Vincent, Bouchacourt, Disentanglement of Correlated Factors via Hausdorff "
                    + "Factorized Support, ICLR 2023, equations 5 to 7")
            .parameter(Parameter.real("beta", 1).range(0, 1e6).meaning("weight of the KL; 0 for HFS alone"))
            .parameter(Parameter.real("gamma", 100).range(0, 1e7)
                    .meaning("weight of HFS; the paper sweeps 0.1 to 10,000"))
            .parameter(Parameter.real("tcWeight", 1).range(0, 1e6)
                    .meaning("weight of the total correlation; 1 leaves it as it is in the KL, 6 for HFS with β-TCVAE"))
            .parameter(Parameter.choice("estimator", TotalCorrelation.ids().toArray(String[]::new))
                    .meaning("how the total correlation is estimated from a batch"))
            .parameter(Parameter.choice("matching", "hard", "hard-mean", "sampled", "soft-single-min", "soft-single-max",
                    "soft-full-min", "soft-full-max").meaning("how distances become one number"))
            .parameter(Parameter.choice("recombinations", "full", "random", "all-latents").meaning(
                    "all of each pair; 100 random ones of each pair; 100 random ones of all latents at once"))
            .parameter(Parameter.integer("pairs", 25).range(1, 1_000_000)
                    .meaning("pairs of latents per step, of all D (D − 1) / 2 at most"))
            .parameter(Parameter.real("temperature", 1).range(1e-6, 1e6)
                    .meaning("of the softmax over codes (soft and sampled variants)"))
            .parameter(Parameter.real("outerTemperature", 1).range(1e-6, 1e6)
                    .meaning("of the softmax over recombinations (soft and sampled variants)"))
            .parameter(Parameter.real("delta", 0).range(0, 1e6).meaning("weight of the scale penalty"))
            .parameter(Parameter.choice("scale", "support", "variance").meaning("which scale penalty"))
            .preset(VaePresets.roth().sweep("beta", 0, 1, 2, 4, 6, 8, 10, 16)
                    .sweep("gamma", 0.1, 1, 10, 100, 1000, 10_000))
            .preset(VaePresets.roth("-alone").fixed("beta", 0)
                    .sweep("gamma", 80, 200, 400, 800, 1200, 1400, 1600, 1800, 2000))
            .preset(VaePresets.roth("-tcvae").fixed("beta", 1).fixed("tcWeight", 6).fixed("estimator", "mss-released")
                    .sweep("gamma", 0.01, 0.1, 1, 10, 100, 1000, 10_000));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<String> differing() {
        return Set.of("beta", "gamma");
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        TrainingContext first = contexts.get(0);
        Parameters parameters = first.parameters();
        SupportPenalty support = new SupportPenalty(matching(parameters.text("matching")),
                parameters.real("temperature"), parameters.real("outerTemperature"),
                SupportPenalty.Recombinations.valueOf(word(parameters.text("recombinations"))),
                parameters.integer("pairs"), contexts.stream().map(TrainingContext::seed).toList());
        HausdorffLoss.Weights weights = new HausdorffLoss.Weights(Setting.of(contexts, "beta"),
                Setting.of(contexts, "gamma"), Setting.of(contexts, "tcWeight"), Setting.of(contexts, "delta"));
        return VaeTraining.run(contexts, DESCRIPTION, new HausdorffLoss(weights, support,
                TotalCorrelation.of(parameters.text("estimator")), VaeTraining.population(first.dataset()),
                parameters.text("scale").equals("variance")));
    }

    private static Matching matching(String id) {
        return Matching.valueOf(word(id));
    }

    private static String word(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
