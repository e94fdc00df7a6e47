package org.distaff.models.guided;

import java.io.IOException;

import org.bytedeco.pytorch.global.torch;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Preset;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.models.guided.SupervisedGuidance.Optimisers;
import org.distaff.models.guided.SupervisedGuidance.Parts;
import org.distaff.models.vae.VaeParameters;
import org.distaff.models.vae.VaeTraining;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Setting;

/** Contributes {@code guided-vae-supervised}: one latent carries an attribute, the others must not. */
public final class GuidedVaeSupervised implements Model {

    private static final Description DESCRIPTION = VaeParameters.addTo(
            Description.of("guided-vae-supervised", "Guided-VAE, supervised")
            .summary("Variational autoencoder whose first latent carries a labelled attribute that the others must not")
            .help("""
                    Each step makes three moves in turn. Excitation: the autoencoder and a classifier of the first \
                    latent minimise Σ (reconstruction + KL + guidance · cross-entropy of the attribute). Adversary: a \
                    classifier of all other latents minimises its cross-entropy while they are held fixed. Inhibition: \
                    the autoencoder alone makes that classifier say one half, the greatest doubt; the gradient is not \
                    reversed. Sums run over the batch, so guidance belongs to a batch size; all cross-entropies have \
                    that weight.

                    The attribute is that factor has value, or a value in the upper half of its values if none is \
                    given. Labels are drawn as the data set's modifier 'labels' says; without it every observation has \
                    them. batches 'one' reconstructs the labelled observations themselves, as released; 'two' \
                    reconstructs a batch of any observations beside them, for data sets with few labels.

                    In training.csv, reconstruction and kl are means over the batch; excitation, adversary and \
                    inhibition are cross-entropies per observation in nats: at ln 2 = 0.693 nothing is known of the \
                    attribute where both cases are as frequent, and inhibition cannot fall below it. \
                    excitation-accuracy should rise and adversary-accuracy come down to chance. The authors took faces \
                    of 64×64 with 'smiling' as attribute, network guided-faces, 16 latents, learning rate 1e-4.""")
            .reference("Ding, Xu, Xu, Parmar, Yang, Welling, Tu, Guided Variational Autoencoder for Disentanglement "
                    + "Learning, CVPR 2020, section 3.3"), 16, "guided-faces", Initialiser.PYTORCH_DEFAULT)
            .parameter(Parameter.text("factor", null).meaning("the factor whose value the first latent is to tell; the "
                    + "data set's first if none is named"))
            .parameter(Parameter.integer("value", Attribute.UPPER_HALF).range(Attribute.UPPER_HALF, 1_000_000)
                    .meaning("its value that has the attribute, counted from 0; -1 for the upper half of its values"))
            .parameter(Parameter.real("guidance", 200).range(0, 1e6)
                    .meaning("weight of the three cross-entropies (released: 200)"))
            .parameter(Parameter.choice("batches", "one", "two")
                    .meaning("whether what is reconstructed is the labelled batch or one beside it"))
            .parameter(Parameter.real("weightDecay", 1e-5).range(0, 1)
                    .meaning("of the autoencoder and the first classifier (released: 1e-5)"))
            .parameter(Parameter.real("adversaryDecay", 1e-4).range(0, 1)
                    .meaning("weight decay of the adversary (released: 1e-4)"))
            .preset(Preset.of("ding-2020", "Ding et al., Guided Variational Autoencoder for Disentanglement Learning, CVPR "
                    + "2020, as released for faces").fixed("latents", 16).fixed("network", "guided-faces")
                    .fixed("batches", "one").training("learningRate", 1e-4));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        Parameters parameters = context.parameters();
        int latents = parameters.integer("latents");
        int batch = context.settings().batch();
        if (latents < 2 || batch < 2) {
            throw Problem.never("Supervised Guided-VAE needs a latent besides the guided one and normalises over the "
                    + "batch, but there are " + latents + " latents and batches of " + batch
                    + "; use at least 2 of both.");
        }
        Attribute attribute = Attribute.of(context.dataset().factors(), parameters);
        LibTorch.load(context.threads(), context.device());
        try (AttributeClassifier exciter = classifier("exciter", 1, context);
                AttributeClassifier adversary = classifier("adversary", latents - 1, context)) {
            Optimisers optimisers = new Optimisers(
                    VaeTraining.adam(context).decaying(parameters.real("weightDecay")),
                    VaeTraining.adam(context).decaying(parameters.real("adversaryDecay")));
            return VaeTraining.run(context, DESCRIPTION, vae -> new SupervisedGuidance(
                    new Parts(vae, exciter, adversary), attribute, Setting.of(parameters.real("guidance")), optimisers,
                    batch, parameters.text("batches").equals("two")));
        }
    }

    private static AttributeClassifier classifier(String name, int latents, TrainingContext context) {
        return AttributeClassifier.create(name, latents, Initialiser.of(context.parameters().text("initialiser")),
                context.seed(), torch.ScalarType.Float);
    }
}
