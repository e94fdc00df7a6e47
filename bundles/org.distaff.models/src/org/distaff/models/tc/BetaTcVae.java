package org.distaff.models.tc;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.bytedeco.pytorch.Tensor;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Preset;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.models.vae.VaeLoss;
import org.distaff.models.vae.VaeMethod;
import org.distaff.models.vae.VaeModel;
import org.distaff.models.vae.VaePresets;
import org.distaff.models.vae.VaeTraining;
import org.distaff.training.objective.Setting;

/** Contributes {@code beta-tcvae}: the total correlation part of the KL weighted by β. */
public final class BetaTcVae implements VaeModel {

    /** On dSprites, 50 epochs of 2,048. */
    private static final Preset CHEN = Preset.of("chen-2018", "Chen et al., Isolating Sources of Disentanglement in "
            + "Variational Autoencoders, NeurIPS 2018, section 5 and appendix, dSprites")
            .fixed("latents", 10).fixed("network", "mlp").fixed("initialiser", "pytorch-default").fixed("estimator", "mws")
            .training("steps", 18_000).training("batch", 2048).training("learningRate", 1e-3);

    private static final Description DESCRIPTION = VaeMethod.describe("beta-tcvae", "β-TCVAE", """
            Minimises reconstruction + KL + (β − 1) · TC, where TC is a minibatch estimate of the total correlation of \
            the aggregate posterior. estimator says which: dlib (sums over the batch, as Locatello et al. released), \
            batch-mean, mws (weighted sampling), mss (stratified sampling), mss-released (with its misplaced weights). \
            The values of the first three differ by constants and their gradients are equal; none says much about the \
            true total correlation, and negative values are nothing to worry about.""",
            "Variational autoencoder that weighs the total correlation of its codes by β")
            .reference("Chen, Li, Grosse, Duvenaud, Isolating Sources of Disentanglement in Variational Autoencoders, "
                    + "NeurIPS 2018, equation 4 and section 4.1")
            .parameter(Parameter.real("beta", 6).range(0, 1e6)
                    .meaning("weight of the total correlation; Locatello et al. sweep 1, 2, 4, 6, 8, 10"))
            .parameter(Parameter.choice("estimator", TotalCorrelation.ids().toArray(String[]::new))
                    .meaning("how the total correlation is estimated from a batch"))
            .preset(VaePresets.locatello().fixed("estimator", "dlib").sweep("beta", 1, 2, 4, 6, 8, 10))
            .preset(CHEN)
            .preset(VaePresets.roth().fixed("estimator", "mss-released").sweep("beta", 1, 2, 4, 6, 8, 10, 16));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<String> differing() {
        return Set.of("beta");
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        TrainingContext first = contexts.get(0);
        return VaeTraining.run(contexts, DESCRIPTION, loss(Setting.of(contexts, "beta"),
                TotalCorrelation.of(first.parameters().text("estimator")), VaeTraining.population(first.dataset())));
    }

    /** reconstruction + KL + (β − 1) TC. */
    public static VaeLoss loss(Setting beta, TotalCorrelation estimator, double population) {
        return (pass, step) -> {
            Tensor correlation = estimator.estimate(pass.codes(), pass.posterior().mean(),
                    pass.posterior().logVariance(), population);
            Tensor extra = beta.times(correlation, step).sub(correlation);
            return pass.terms(pass.negativeElbo().add(extra)).and("total-correlation-" + estimator.id(), correlation);
        };
    }
}
