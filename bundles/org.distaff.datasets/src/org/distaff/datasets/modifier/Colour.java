package org.distaff.datasets.modifier;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Makes grey images coloured ones and the reverse. */
public final class Colour implements DatasetModifier {

    /** Weights of red, green and blue in grey, ITU-R BT.601. */
    static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    @Override
    public Description describe() {
        return Description.of("colour", "Colour channels")
                .summary("Grey images with three channels, or coloured images in grey")
                .help("""
                        rgb: the grey value stands in each of three channels, as models for coloured images need it; with \
                        'tint' it is multiplied by a colour drawn from U(0.5, 1)³ for each observation anew, as in \
                        Color-dSprites. grey: 0.299 R + 0.587 G + 0.114 B.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled "
                        + "Representations, ICML 2019, §5.1 (Color-dSprites)")
                .reference("ITU-R Recommendation BT.601-7, 2011, §2.5.1")
                .parameter(Parameter.choice("to", "rgb", "grey").meaning("channels of the new images"))
                .parameter(Parameter.flag("tint", false).meaning("whether grey gets a random colour (rgb only)"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        boolean rgb = parameters.text("to").equals("rgb");
        ObservationShape from = dataset.observation();
        if (dataset.kind() != ObservationKind.IMAGE || from.channels() != (rgb ? 1 : 3)) {
            throw Problem.input("'colour' to " + parameters.text("to") + " needs images with " + (rgb ? 1 : 3)
                    + " channels, and these observations are " + from + "; leave it out.");
        }
        ObservationShape to = new ObservationShape(rgb ? 3 : 1, from.height(), from.width());
        boolean tint = rgb && parameters.flag("tint");
        return new ChangedObservations(dataset, this, parameters) {
            @Override
            public ObservationShape observation() {
                return to;
            }

            @Override
            void change(float[] values, RandomGenerator nuisance, FloatBuffer target) {
                for (int c = 0; rgb && c < 3; c++) {
                    float colour = tint ? (float) (0.5 + nuisance.nextDouble() / 2) : 1;
                    for (float value : values) {
                        target.put(value * colour);
                    }
                }
                int pixels = rgb ? 0 : to.values();
                for (int i = 0; i < pixels; i++) {
                    target.put(grey(values[i], values[i + pixels], values[i + 2 * pixels]));
                }
            }
        };
    }

    static float grey(float red, float green, float blue) {
        return Math.min(1, LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue);
    }
}
