package org.distaff.datasets.modifier;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Random crops, flips and colours: each look at a factor row gives another view of it. */
public final class Augment implements DatasetModifier {

    @Override
    public Description describe() {
        return Description.of("augment", "Augmentations")
                .summary("Random views for contrastive learning: crop, flip, colour jitter, grey")
                .help("""
                        In this order, each when its switch is on: a crop of 'minimumArea' to 1 of the image with an \
                        aspect ratio log-uniform in [3/4, 4/3], resized to the whole image bilinearly (the published \
                        recipe interpolates bicubically); a horizontal flip with probability 1/2; with probability 0.8 \
                        brightness, contrast and saturation factors from U(0.6, 1.4) and a hue rotation by at most 0.1 of \
                        a turn; grey with probability 0.1. Brightness and contrast apply to grey images too.

                        These are the very factors that are measured: a crop destroys position and scale, a flip the sign \
                        of an azimuth, a jitter the colours. Evaluation sees augmented observations as well.""")
                .reference("Ermolov, Siarohin, Sangineto, Sebe, Whitening for Self-Supervised Representation Learning, "
                        + "ICML 2021, §4")
                .reference("Chen, Kornblith, Norouzi, Hinton, A Simple Framework for Contrastive Learning of Visual "
                        + "Representations, ICML 2020, §3")
                .parameter(Parameter.flag("crop", true).meaning("random resized crop"))
                .parameter(Parameter.real("minimumArea", 0.2).range(0.01, 1).meaning("smallest share that a crop keeps"))
                .parameter(Parameter.flag("flip", true).meaning("random horizontal flip"))
                .parameter(Parameter.flag("jitter", true).meaning("random brightness, contrast, saturation and hue"))
                .parameter(Parameter.flag("grey", true).meaning("random loss of colour"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        if (dataset.kind() != ObservationKind.IMAGE) {
            throw Problem.input("'augment' needs images; leave it out.");
        }
        boolean crop = parameters.flag("crop");
        double minimumArea = parameters.real("minimumArea");
        boolean flip = parameters.flag("flip");
        boolean jitter = parameters.flag("jitter");
        boolean grey = parameters.flag("grey");
        return new ChangedObservations(dataset, this, parameters) {
            @Override
            void change(float[] values, RandomGenerator nuisance, FloatBuffer target) {
                Views views = new Views(observation(), nuisance);
                float[] view = crop ? views.crop(values, minimumArea) : values;
                if (flip && nuisance.nextBoolean()) {
                    views.flip(view);
                }
                if (jitter && nuisance.nextDouble() < 0.8) {
                    views.jitter(view);
                }
                if (grey && nuisance.nextDouble() < 0.1) {
                    views.grey(view);
                }
                target.put(view);
            }
        };
    }
}
