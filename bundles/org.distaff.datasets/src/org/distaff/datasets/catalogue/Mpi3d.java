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

/**
 * A part of MPI3D: a robot arm carries an object. The numbers of colours and shapes follow from the number of images: six
 * of each in the final files, four in an earlier one and in the set of complex shapes.
 */
abstract class Mpi3d extends CatalogueDataset {

    private static final long LARGE = 1_036_800;
    private static final long SMALL = 460_800;
    private static final String MIRROR = "https://storage.googleapis.com/disentanglement_dataset/Final_Dataset/";

    private final String id;
    private final String name;
    private final String what;

    /** A part whose final file has six colours and shapes. */
    Mpi3d(String id, String name, String what, String md5) {
        this(id, name, what, LARGE, new DatasetFile(id.replace('-', '_') + ".npz", md5,
                List.of(URI.create(MIRROR + id.replace('-', '_') + ".npz"))));
    }

    Mpi3d(String id, String name, String what, long count, DatasetFile file) {
        super(new ImageStore(id, new DatasetCard(space(count), new ObservationShape(3, 64, 64), count,
                "https://github.com/rr-learning/disentanglement_dataset", "CC BY 4.0", Citations.MPI3D,
                List.of(List.of(file)), List.of("The import unpacks the images once and takes "
                        + (count == LARGE ? "12.7" : "5.7") + " GB, unless they are stored uncompressed.")),
                count == LARGE ? List.of(LARGE, SMALL) : List.of(SMALL), false, Preparations.array("images", true)));
        this.id = id;
        this.name = name;
        this.what = what;
    }

    private static FactorSpace space(long count) {
        int objects = count == LARGE ? 6 : 4;
        return new FactorSpace(List.of(new Factor("colour", objects, FactorKind.NOMINAL),
                new Factor("shape", objects, FactorKind.NOMINAL),
                new Factor("size", 2, FactorKind.ORDINAL, List.of("small", "large")),
                new Factor("camera-height", 3, FactorKind.ORDINAL, List.of("top", "centre", "bottom")),
                new Factor("background", 3, FactorKind.NOMINAL, List.of("purple", "sea green", "salmon")),
                new Factor("horizontal-axis", 40, FactorKind.CONTINUOUS),
                new Factor("vertical-axis", 40, FactorKind.CONTINUOUS)));
    }

    @Override
    public Description describe() {
        return Description.of(id, name)
                .summary(what + ": colour, shape, size, camera height, background and two axes of the arm")
                .help("""
                        Images of 64×64×3: colour 6 (or 4), shape 6 (or 4), size 2, camera height 3, background 3, \
                        horizontal axis 40, vertical axis 40. Needs the published file.""")
                .reference("Gondal et al., On the Transfer of Inductive Bias from Simulation to the Real World: a New "
                        + "Disentanglement Dataset, NeurIPS 2019");
    }

    @Override
    public Dataset open(Parameters parameters) {
        ImageStore.Opened opened = store().open();
        FactorSpace space = space(opened.images().count());
        return new GridDataset(space, Grid.of(space.factors().stream().mapToInt(Factor::size).toArray()),
                opened.images(), Painter.NONE, id + "/1/" + opened.digest());
    }
}
