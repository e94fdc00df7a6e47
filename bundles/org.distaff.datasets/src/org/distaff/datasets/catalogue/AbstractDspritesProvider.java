package org.distaff.datasets.catalogue;

import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.grid.GridDataset;
import org.distaff.datasets.grid.Painters;
import org.distaff.datasets.sprites.SpriteFactors;

/** Contributes {@code abstract-dsprites}. */
public final class AbstractDspritesProvider extends CatalogueDataset {

    public AbstractDspritesProvider() {
        super(Dsprites.STORE);
    }

    @Override
    public Description describe() {
        return Description.of("abstract-dsprites", "Abstract-dSprites")
                .summary("dSprites with a grey background and six colours as factors, the orientation hidden")
                .help("""
                        Factors are background 5 (grey 0 to 1), colour 6 (hues of equal lightness), shape 3, scale 6, \
                        x 32, y 32; the orientation is drawn at random. Uses the files of 'dsprites'. Made for abstract \
                        reasoning tasks.""")
                .reference("van Steenkiste, Locatello, Schmidhuber, Bachem, Are Disentangled Representations Helpful for "
                        + "Abstract Visual Reasoning?, NeurIPS 2019, §3");
    }

    @Override
    public DatasetCard card() {
        DatasetCard card = Dsprites.card(SpriteFactors.ABSTRACT, new ObservationShape(3, 64, 64), Citations.ABSTRACT,
                List.of("The orientation is nuisance: it differs every time an observation is drawn."));
        return new DatasetCard(card.factors(), card.observation(),
                card.factors().combinations() * SpriteFactors.ORIENTATION.size(), card.homepage(),
                card.licence(), card.citation(), card.alternatives(), card.notes());
    }

    @Override
    public Dataset open(Parameters parameters) {
        ImageStore.Opened opened = store().open();
        return new GridDataset(SpriteFactors.ABSTRACT, SpriteFactors.abstractGrid(), opened.images(),
                Painters.ABSTRACT, "abstract-dsprites/1/" + opened.digest());
    }
}
