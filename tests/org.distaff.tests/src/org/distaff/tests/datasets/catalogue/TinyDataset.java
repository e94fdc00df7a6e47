package org.distaff.tests.datasets.catalogue;

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
import org.distaff.datasets.catalogue.CatalogueDataset;
import org.distaff.datasets.catalogue.ImageStore;
import org.distaff.datasets.catalogue.Preparation;
import org.distaff.datasets.catalogue.Preparations;
import org.distaff.datasets.grid.Grid;
import org.distaff.datasets.grid.GridDataset;
import org.distaff.datasets.grid.Painter;

/** A published data set of few images that goes through what the large ones go through. */
final class TinyDataset extends CatalogueDataset {

    private final FactorSpace space;
    private final Grid grid;

    TinyDataset(ObservationShape shape, FactorSpace space, Grid grid, long images, boolean packed,
            Preparation preparation, DatasetFile... files) {
        super(new ImageStore("tiny", new DatasetCard(space, shape, images, "https://example.org/tiny", "CC0",
                "@misc{tiny}", List.of(List.of(files)), List.of("It is tiny.")), List.of(images), packed, preparation));
        this.space = space;
        this.grid = grid;
    }

    /** Six images of 8×8×3 in an array, two factors. */
    static TinyDataset ofArray(String file, String md5, URI... mirrors) {
        return new TinyDataset(new ObservationShape(3, 8, 8), space(2, 3), Grid.of(2, 3), 6, false,
                Preparations.array("images", true), new DatasetFile(file, md5, List.of(mirrors)));
    }

    static FactorSpace space(int... sizes) {
        return new FactorSpace(java.util.Arrays.stream(sizes)
                .mapToObj(size -> new Factor("of" + size, size, FactorKind.ORDINAL)).toList());
    }

    @Override
    public Description describe() {
        return Description.of("tiny", "Tiny").summary("A tiny data set").reference("Nobody, 2000");
    }

    @Override
    public Dataset open(Parameters parameters) {
        ImageStore.Opened opened = store().open();
        return new GridDataset(space, grid, opened.images(), Painter.NONE, "tiny/1/" + opened.digest());
    }

    Dataset open() {
        return open(Parameters.defaults(this));
    }
}
