package org.distaff.datasets.catalogue;

import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.grid.Painters;
import org.distaff.datasets.sprites.SpriteFactors;

/** Contributes {@code color-dsprites}. */
public final class ColorDspritesProvider extends CatalogueDataset {

    public ColorDspritesProvider() {
        super(Dsprites.STORE);
    }

    @Override
    public Description describe() {
        return Description.of("color-dsprites", "Color-dSprites")
                .summary("dSprites with the shape in a random colour, which is no factor")
                .help("""
                        Each channel of the shape is drawn from U(½, 1) anew for every observation. Uses the files of \
                        'dsprites'.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix H")
                .parameter(DspritesProvider.SHAPE);
    }

    @Override
    public DatasetCard card() {
        return Dsprites.card(SpriteFactors.SPACE, new ObservationShape(3, 64, 64), Citations.CHALLENGING,
                List.of("The colour is nuisance: it differs every time an observation is drawn."));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return DspritesProvider.open(store(), "color-dsprites/1", parameters, Painters.COLOUR);
    }
}
