package org.distaff.datasets.catalogue;

import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.grid.Painters;
import org.distaff.datasets.sprites.SpriteFactors;

/** Contributes {@code noisy-dsprites}. */
public final class NoisyDspritesProvider extends CatalogueDataset {

    public NoisyDspritesProvider() {
        super(Dsprites.STORE);
    }

    @Override
    public Description describe() {
        return Description.of("noisy-dsprites", "Noisy-dSprites")
                .summary("dSprites on a background of coloured noise")
                .help("""
                        min(1, sprite + noise), the noise drawn from U(0, 1) for every pixel and channel of every \
                        observation. Uses the files of 'dsprites'.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix H")
                .parameter(DspritesProvider.SHAPE);
    }

    @Override
    public DatasetCard card() {
        return Dsprites.card(SpriteFactors.SPACE, new ObservationShape(3, 64, 64), Citations.CHALLENGING,
                List.of("The noise is nuisance: it differs every time an observation is drawn."));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return DspritesProvider.open(store(), "noisy-dsprites/1", parameters, Painters.NOISE);
    }
}
