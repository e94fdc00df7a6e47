package org.distaff.datasets.sprites;

import java.util.Locale;

import org.distaff.core.data.Dataset;
import org.distaff.datasets.grid.GridDataset;
import org.distaff.datasets.grid.Painter;
import org.distaff.datasets.grid.Painters;

/** What is made of the white shape on black; the painters are those of the published variants. */
enum SpriteVariant {

    PLAIN(Painter.NONE), COLOUR(Painters.COLOUR), NOISE(Painters.NOISE), BACKGROUND(Painters.scream(Painting.draw())),
    ABSTRACT(Painters.ABSTRACT);

    private final Painter painter;

    SpriteVariant(Painter painter) {
        this.painter = painter;
    }

    Dataset open(int resolution) {
        String digest = "sprites/1/" + resolution
                + (this == PLAIN ? "" : "/" + name().toLowerCase(Locale.ROOT));
        boolean hidesOrientation = this == ABSTRACT;
        return new GridDataset(hidesOrientation ? SpriteFactors.ABSTRACT : SpriteFactors.SPACE,
                hidesOrientation ? SpriteFactors.abstractGrid() : SpriteFactors.grid(), new Sprites(resolution),
                painter, digest);
    }
}
