package org.distaff.datasets.catalogue;

import java.net.URI;
import java.util.List;

import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.sprites.SpriteFactors;

/** The files of dSprites, which five data sets are made of. */
final class Dsprites {

    private static final String NAME = "dsprites_ndarray_co1sh3sc6or40x32y32_64x64";
    private static final String MIRROR = "https://raw.githubusercontent.com/deepmind/dsprites-dataset/master/";
    private static final DatasetFile NPZ = new DatasetFile(NAME + ".npz", "", List.of(URI.create(MIRROR + NAME + ".npz")));
    private static final DatasetFile HDF5 = new DatasetFile(NAME + ".hdf5", "b331c4447a651c44bf5e8ae09022e230",
            List.of(URI.create(MIRROR + NAME + ".hdf5")));

    static final ImageStore STORE = new ImageStore("dsprites",
            card(SpriteFactors.SPACE, new ObservationShape(1, 64, 64), Citations.DSPRITES, List.of(
                    "The files list a sixth factor, colour, with one value only; it is left out.",
                    "Orientations 0 and 39 are the same image: the angle runs from 0 to 2π in 40 steps, both ends "
                            + "included.")),
            List.of(737_280L), true, Preparations.array("imgs", false));

    private Dsprites() {
    }

    /** The card of a variant; its observations are as many, its files are the same. */
    static DatasetCard card(FactorSpace space, ObservationShape shape, String citation, List<String> notes) {
        return new DatasetCard(space, shape, 737_280, "https://github.com/google-deepmind/dsprites-dataset",
                "zlib/libpng (data), Apache-2.0 (code)", citation, List.of(List.of(NPZ), List.of(HDF5)), notes);
    }
}
