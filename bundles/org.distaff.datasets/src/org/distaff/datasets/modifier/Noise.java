package org.distaff.datasets.modifier;

import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Adds noise to every value of an observation, fresh at every draw; images stay in [0, 1]. */
public final class Noise implements DatasetModifier {

    @Override
    public Description describe() {
        return Description.of("noise", "Noise")
                .summary("Gaussian, uniform or salt-and-pepper noise on every value")
                .help("""
                        gaussian: adds amount · N(0, 1). uniform: adds amount · U(0, 1), as Noisy-dSprites does with \
                        amount 1. salt-pepper: a pixel, all its channels together, becomes 0 or 1 with that probability. \
                        Images are clipped to [0, 1]. The noise is drawn afresh whenever an observation is drawn, in \
                        training and in evaluation.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled "
                        + "Representations, ICML 2019, §5.1 (Noisy-dSprites)")
                .parameter(Parameter.choice("kind", "gaussian", "uniform", "salt-pepper").meaning("distribution"))
                .parameter(Parameter.real("amount", 0.1).range(0, 10)
                        .meaning("standard deviation, width, or probability of a pixel"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        String kind = parameters.text("kind");
        boolean image = dataset.kind() == ObservationKind.IMAGE;
        if (!image && (dataset.kind() != ObservationKind.VECTOR || kind.equals("salt-pepper"))) {
            throw Problem.input("'noise' of the kind '" + kind + "' has no meaning for observations that are "
                    + dataset.kind().name().toLowerCase(Locale.ROOT) + "; leave it out.");
        }
        double amount = parameters.real("amount");
        return switch (kind) {
            case "salt-pepper" -> new ChangedObservations(dataset, this, parameters) {
                @Override
                void change(float[] values, RandomGenerator nuisance, FloatBuffer target) {
                    saltAndPepper(values, observation().height() * observation().width(), amount, nuisance);
                    target.put(values);
                }
            };
            default -> new ChangedObservations(dataset, this, parameters) {
                @Override
                void change(float[] values, RandomGenerator nuisance, FloatBuffer target) {
                    add(values, kind.equals("gaussian"), amount, image, nuisance);
                    target.put(values);
                }
            };
        };
    }

    private static void add(float[] values, boolean gaussian, double amount, boolean image, RandomGenerator nuisance) {
        for (int i = 0; i < values.length; i++) {
            double noise = gaussian ? nuisance.nextGaussian() : nuisance.nextDouble();
            float noisy = (float) (values[i] + amount * noise);
            values[i] = image ? Math.clamp(noisy, 0f, 1f) : noisy;
        }
    }

    private static void saltAndPepper(float[] values, int pixels, double probability, RandomGenerator nuisance) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            double u = nuisance.nextDouble();
            if (u < probability) {
                for (int i = pixel; i < values.length; i += pixels) {
                    values[i] = u < probability / 2 ? 0 : 1;
                }
            }
        }
    }
}
