package org.distaff.datasets.sprites;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/** Contributes {@code sprites}. */
public final class SpritesProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("sprites", "Sprites")
                .summary("White square, ellipse or heart on black: shape, scale, orientation, x, y (dSprites, generated)")
                .help("""
                        The factor space and geometry of dSprites, drawn on demand and never stored: shape 3, scale 6, \
                        orientation 40, x 32, y 32; 737,280 binary observations of 64×64×1.

                        Square and ellipse have dSprites' areas exactly; the heart's outline is a fit. Orientations 0 \
                        and 39 are the same image, as in the published data.""")
                .reference("Matthey, Higgins, Hassabis, Lerchner, dSprites: Disentanglement testing Sprites dataset, 2017")
                .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                        + "Framework, ICLR 2017, §4")
                .parameter(Parameter.choice("resolution", "64", "32").meaning("pixels per axis"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return new Sprites(Integer.parseInt(parameters.text("resolution")));
    }
}
