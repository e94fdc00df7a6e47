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

/** Contributes {@code cars3d}. */
public final class Cars3dProvider extends CatalogueDataset {

    private static final FactorSpace SPACE = new FactorSpace(List.of(new Factor("elevation", 4, FactorKind.ORDINAL),
            new Factor("azimuth", 24, FactorKind.CIRCULAR), new Factor("object", 183, FactorKind.NOMINAL)));

    private static final ImageStore STORE = new ImageStore("cars3d", new DatasetCard(SPACE,
            new ObservationShape(3, 64, 64), 17_568, "http://www.scottreed.info", "none stated by the authors",
            Citations.CARS3D, List.of(
                    List.of(new DatasetFile("nips2015-analogy-data.tar.gz", "4e866a7919c1beedf53964e6f7a23686",
                            List.of(URI.create("https://www.scottreed.info/files/nips2015-analogy-data.tar.gz")))),
                    List.of(new DatasetFile("*.mat", "", List.of()))),
            List.of("Objects are numbered in the order of their files' names. The reference takes the order of the file "
                    + "system, so its object numbers differ from machine to machine.",
                    "Images are resized from 128×128 to 64×64.")),
            List.of(17_568L), false, Preparations.cars());

    public Cars3dProvider() {
        super(STORE);
    }

    @Override
    public Description describe() {
        return Description.of("cars3d", "Cars3D")
                .summary("Drawn cars as published: elevation, azimuth, object")
                .help("""
                        17,568 images of 64×64×3: elevation 4, azimuth 24, object 183. Needs the published archive, or \
                        its 183 MAT-files.""")
                .reference("Reed, Zhang, Zhang, Lee, Deep Visual Analogy-Making, NeurIPS 2015");
    }

    @Override
    public Dataset open(Parameters parameters) {
        ImageStore.Opened opened = store().open();
        return new GridDataset(SPACE, new Grid(new int[] {183, 24, 4}, new int[] {2, 1, 0}), opened.images(),
                Painter.NONE, "cars3d/1/" + opened.digest());
    }
}
