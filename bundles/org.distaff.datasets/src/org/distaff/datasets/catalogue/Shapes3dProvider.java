package org.distaff.datasets.catalogue;

import java.net.URI;
import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.grid.Grid;
import org.distaff.datasets.grid.GridDataset;
import org.distaff.datasets.grid.Painter;

/** Contributes {@code shapes3d}. */
public final class Shapes3dProvider extends CatalogueDataset {

    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("floor-hue", 10, FactorKind.CIRCULAR), new Factor("wall-hue", 10, FactorKind.CIRCULAR),
            new Factor("object-hue", 10, FactorKind.CIRCULAR), new Factor("scale", 8, FactorKind.ORDINAL),
            new Factor("shape", 4, FactorKind.NOMINAL), new Factor("azimuth", 15, FactorKind.ORDINAL)));

    private static final ImageStore STORE = new ImageStore("shapes3d", new DatasetCard(SPACE,
            new ObservationShape(3, 64, 64), 480_000, "https://github.com/google-deepmind/3d-shapes",
            "Apache-2.0", Citations.SHAPES3D, List.of(List.of(new DatasetFile("3dshapes.h5",
                    "099a2078d58cec4daad0702c55d06868",
                    List.of(URI.create("https://storage.googleapis.com/3d-shapes/3dshapes.h5"))))),
            List.of("The azimuth runs from −30° to 30° and is not circular.",
                    "The import unpacks the images once and takes 5.9 GB.")),
            List.of(480_000L), false, Preparations.array("images", true));

    public Shapes3dProvider() {
        super(STORE);
    }

    @Override
    public Description describe() {
        return Description.of("shapes3d", "Shapes3D")
                .summary("A shape in a room as published: floor, wall and object hue, scale, shape, azimuth")
                .help("""
                        480,000 rendered images of 64×64×3: floor hue 10, wall hue 10, object hue 10, scale 8, shape 4, \
                        azimuth 15. Needs the published file.""")
                .reference("Burgess, Kim, 3D Shapes Dataset, 2018")
                .reference("Kim, Mnih, Disentangling by Factorising, ICML 2018, §5");
    }

    @Override
    public Dataset open(Parameters parameters) {
        ImageStore.Opened opened = store().open();
        return new GridDataset(SPACE, Grid.of(10, 10, 10, 8, 4, 15), opened.images(), Painter.NONE,
                "shapes3d/1/" + opened.digest());
    }
}
