package org.distaff.datasets.sprites;

import java.util.Locale;

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
                        and 39 are the same image, as in the published data.

                        Variants are painted as the published ones are, in three channels, with what is no factor drawn \
                        anew for every observation: 'colour' gives the shape a colour of U(½, 1)³; 'noise' adds U(0, 1) \
                        to every pixel and channel and cuts at 1; 'background' puts it on a random part of a picture, \
                        averaged with a random colour of U(0, 1)³ and inverted inside the shape. The picture stands in \
                        for The Scream: a landscape of 220×274 pixels, generated and free of licences, with a fiery \
                        sky, a dark fjord and a brown shore. 'abstract' has the factors background 5 (grey 0 to 1), \
                        colour 6, shape 3, scale 6, x 32, y 32 and hides the orientation. 'scream-dsprites' and its \
                        neighbours do the same to the published images.""")
                .reference("Matthey, Higgins, Hassabis, Lerchner, dSprites: Disentanglement testing Sprites dataset, 2017")
                .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                        + "Framework, ICLR 2017, §4")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix H")
                .reference("van Steenkiste, Locatello, Schmidhuber, Bachem, Are Disentangled Representations Helpful for "
                        + "Abstract Visual Reasoning?, NeurIPS 2019, §3")
                .parameter(Parameter.choice("resolution", "64", "32").meaning("pixels per axis"))
                .parameter(Parameter.choice("variant", "plain", "colour", "noise", "background", "abstract")
                        .meaning("white on black, or one of the painted variants"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return SpriteVariant.valueOf(parameters.text("variant").toUpperCase(Locale.ROOT))
                .open(Integer.parseInt(parameters.text("resolution")));
    }
}
