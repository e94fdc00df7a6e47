package org.distaff.models.guided;

import java.io.IOException;

import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Preset;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.models.vae.VaeParameters;
import org.distaff.models.vae.VaeTraining;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Setting;

/** Contributes {@code guided-vae}: latents that rotate and scale, latents that are principal components. */
public final class GuidedVae implements Model {

    private static final Description DESCRIPTION = VaeParameters.addTo(Description.of("guided-vae", "Guided-VAE")
            .summary("Variational autoencoder guided by a rotated and scaled linear image of its codes")
            .help("""
                    Minimises Σ (reconstruction + KL + guide · E) + orthogonality · O, summed over the batch. E is the \
                    cross-entropy of a second, light decoder: an image that is linear in the latents from the third \
                    on, then a sigmoid, rotated by an angle that is linear in the second latent and scaled along x and \
                    y by factors that are linear in the first. O = Σ |wₖᵀ wⱼ| over pairs k ≠ j of the components of \
                    that image, which are so pressed to be orthogonal. It is counted once per batch, so its weight \
                    belongs to a batch size.

                    variant says where scaling starts: 'corrected' near the identity, 'released' wherever the \
                    initialiser puts it, often at mirrored or hugely enlarged images. inner takes products by their \
                    absolute value, as released, or by their square, as the paper's text has it. The paper's text \
                    speaks of affine deformation in general; what was released rotates and scales.

                    In training.csv, loss is the sum over the batch that is minimised; reconstruction, kl and guide \
                    are means over it. The authors took digits of 28×28, network guided-digits, 10 latents, batches of \
                    128, learning rate 1e-4, weight decay 1e-5 and 128 passes through the data.""")
            .reference("Ding, Xu, Xu, Parmar, Yang, Welling, Tu, Guided Variational Autoencoder for Disentanglement "
                    + "Learning, CVPR 2020, section 3.2"), 10, "guided-digits", Initialiser.PYTORCH_DEFAULT)
            .parameter(Parameter.real("guide", 0.5).range(0, 1e6)
                    .meaning("weight of the light decoder's cross-entropy"))
            .parameter(Parameter.real("orthogonality", 1).range(0, 1e6)
                    .meaning("weight of the components' inner products (released: 1 with batches of 128)"))
            .parameter(Parameter.choice("inner", "absolute", "squared").meaning("how inner products are counted"))
            .parameter(Parameter.choice("variant", "corrected", "released").meaning("where scaling starts"))
            .parameter(Parameter.real("weightDecay", 1e-5).range(0, 1).meaning("of all weights (released: 1e-5)"))
            .preset(Preset.of("ding-2020", "Ding et al., Guided Variational Autoencoder for Disentanglement Learning, CVPR "
                    + "2020, as released: 128 passes through 60,000 digits")
                    .fixed("latents", 10).fixed("network", "guided-digits").fixed("variant", "released")
                    .training("steps", 60_000).training("batch", 128).training("learningRate", 1e-4));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        Parameters parameters = context.parameters();
        int latents = parameters.integer("latents");
        if (latents <= LightDecoder.DEFORMING) {
            throw Problem.never("Guided-VAE scales by its first latent, rotates by its second and needs one more for "
                    + "the content, but 'latents' is " + latents + "; use at least "
                    + (LightDecoder.DEFORMING + 1) + ".");
        }
        if (context.dataset().kind() != ObservationKind.IMAGE) {
            throw Problem.never("Guided-VAE rotates and scales images, which the observations of this data set are not"
                    + "; use another model or data set.");
        }
        LibTorch.load(context.threads(), context.device());
        try (LightDecoder light = LightDecoder.create(context.dataset().observation(), latents,
                Initialiser.of(parameters.text("initialiser")), parameters.text("variant").equals("corrected"),
                context.seed(), torch.ScalarType.Float)) {
            return VaeTraining.run(context, DESCRIPTION, vae -> new GuidedObjective(vae, light,
                    VaeTraining.adam(context).decaying(parameters.real("weightDecay")),
                    Setting.of(parameters.real("guide")), Setting.of(parameters.real("orthogonality")),
                    parameters.text("inner").equals("squared")));
        }
    }
}
