package org.distaff.datasets.sprites;

import java.util.List;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.datasets.grid.Grid;

/** The factors of dSprites and of its abstract variant, and how both find their images in the published order. */
public final class SpriteFactors {

    public static final Factor SHAPE = new Factor("shape", 3, FactorKind.NOMINAL,
            List.of("square", "ellipse", "heart"));
    public static final Factor SCALE = new Factor("scale", 6, FactorKind.ORDINAL);
    public static final Factor ORIENTATION = new Factor("orientation", 40, FactorKind.CIRCULAR);
    public static final Factor X = new Factor("x", 32, FactorKind.CONTINUOUS);
    public static final Factor Y = new Factor("y", 32, FactorKind.CONTINUOUS);

    /** dSprites: every factor shows. */
    public static final FactorSpace SPACE = new FactorSpace(List.of(SHAPE, SCALE, ORIENTATION, X, Y));

    /** Abstract dSprites: two factors of colour, the orientation hidden. */
    public static final FactorSpace ABSTRACT = new FactorSpace(List.of(
            new Factor("background", 5, FactorKind.ORDINAL, List.of("0", "0.25", "0.5", "0.75", "1")),
            new Factor("colour", 6, FactorKind.CIRCULAR), SHAPE, SCALE, X, Y));

    private SpriteFactors() {
    }

    /** Where the image of a row of {@link #SPACE} stands. */
    public static Grid grid() {
        return Grid.of(3, 6, 40, 32, 32);
    }

    /** Where an image of a row of {@link #ABSTRACT} stands, its orientation drawn at random. */
    public static Grid abstractGrid() {
        return new Grid(new int[] {3, 6, 40, 32, 32}, new int[] {2, 3, -1, 4, 5});
    }
}
