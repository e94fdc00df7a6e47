package org.distaff.datasets.catalogue;

import java.net.URI;
import java.util.ArrayList;
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

/** Contributes {@code smallnorb}. */
public final class SmallNorbProvider extends CatalogueDataset {

    private static final String MIRROR = "https://cs.nyu.edu/~ylclab/data/norb-v1.0-small/";
    private static final int[] SIZES = {5, 10, 9, 18, 6};
    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("category", 5, FactorKind.NOMINAL, List.of("animal", "human", "airplane", "truck", "car")),
            new Factor("elevation", 9, FactorKind.ORDINAL), new Factor("azimuth", 18, FactorKind.CIRCULAR),
            new Factor("lighting", 6, FactorKind.NOMINAL)));

    private static final ImageStore STORE = new ImageStore("smallnorb", new DatasetCard(SPACE,
            new ObservationShape(1, 64, 64), 48_600, "https://cs.nyu.edu/~ylclab/data/norb-v1.0-small/",
            "free for research, no redistribution or sale", Citations.SMALLNORB,
            List.of(files(".mat.gz", true), files(".mat", false)), List.of(
                    "Each category has ten toys; which of them is shown is drawn at random and no factor.",
                    "Only the first camera of each stereo pair is used, resized from 96×96 to 64×64.",
                    "Training and test parts are joined, as in the study of Locatello et al., ICML 2019.")),
            List.of(48_600L), false, Preparations.norb(SIZES));

    public SmallNorbProvider() {
        super(STORE);
    }

    private static List<DatasetFile> files(String ending, boolean offered) {
        List<DatasetFile> files = new ArrayList<>();
        for (String part : List.of("5x46789x9x18x6x2x96x96-training", "5x01235x9x18x6x2x96x96-testing")) {
            for (String kind : List.of("dat", "cat", "info")) {
                String name = "smallnorb-" + part + "-" + kind + ending;
                files.add(new DatasetFile(name, "", offered ? List.of(URI.create(MIRROR + name)) : List.of()));
            }
        }
        return files;
    }

    @Override
    public Description describe() {
        return Description.of("smallnorb", "SmallNORB")
                .summary("Toys on a table as published: category, elevation, azimuth, lighting")
                .help("""
                        48,600 grey photographs of 64×64×1: category 5, elevation 9, azimuth 18, lighting 6, and ten \
                        instances of each category that are drawn at random. Needs the six published files.""")
                .reference("LeCun, Huang, Bottou, Learning Methods for Generic Object Recognition with Invariance to "
                        + "Pose and Lighting, CVPR 2004");
    }

    @Override
    public Dataset open(Parameters parameters) {
        ImageStore.Opened opened = store().open();
        return new GridDataset(SPACE, new Grid(SIZES, new int[] {0, -1, 1, 2, 3}), opened.images(), Painter.NONE,
                "smallnorb/1/" + opened.digest());
    }
}
