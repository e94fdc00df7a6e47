package org.distaff.datasets.catalogue;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.grid.Grid;
import org.distaff.datasets.grid.GridDataset;
import org.distaff.datasets.grid.Painter;
import org.distaff.datasets.sprites.SpriteFactors;

/** Contributes {@code dsprites}. */
public final class DspritesProvider extends CatalogueDataset {

    /** Whether the shape is a factor, or hidden. */
    static final Parameter SHAPE = Parameter.flag("shape", true)
            .meaning("whether the shape is a factor of variation; if not it is drawn at random");

    public DspritesProvider() {
        super(Dsprites.STORE);
    }

    @Override
    public Description describe() {
        return Description.of("dsprites", "dSprites")
                .summary("dSprites as published: shape, scale, orientation, x, y of a white shape on black")
                .help("""
                        737,280 binary images of 64×64×1, one for each combination of shape 3, scale 6, orientation 40, \
                        x 32, y 32. Needs the published file; 'sprites' draws the same scenes without it.

                        The images are kept as bits (377 MB) in the data folder; a batch reads 512 bytes an image.""")
                .reference("Matthey, Higgins, Hassabis, Lerchner, dSprites: Disentanglement testing Sprites dataset, "
                        + "2017")
                .parameter(SHAPE);
    }

    @Override
    public Dataset open(Parameters parameters) {
        return open(store(), "dsprites/1", parameters, Painter.NONE);
    }

    /** A data set of dSprites' factors. */
    static Dataset open(ImageStore store, String prefix, Parameters parameters, Painter painter) {
        ImageStore.Opened opened = store.open();
        boolean shape = parameters.flag(SHAPE.name());
        FactorSpace space = shape ? SpriteFactors.SPACE
                : new FactorSpace(SpriteFactors.SPACE.factors().subList(1, 5));
        Grid grid = shape ? SpriteFactors.grid()
                : new Grid(SpriteFactors.grid().sizes(), new int[] {-1, 0, 1, 2, 3});
        return new GridDataset(space, grid, opened.images(), painter,
                prefix + (shape ? "/" : "/noshape/") + opened.digest());
    }
}
