package org.distaff.datasets.catalogue;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Digests;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.image.Picture;
import org.distaff.datasets.file.image.PictureFile;
import org.distaff.datasets.file.image.Resampling;
import org.distaff.datasets.grid.Painters;
import org.distaff.datasets.sprites.SpriteFactors;

/** Contributes {@code scream-dsprites}. */
public final class ScreamDspritesProvider extends CatalogueDataset {

    /** Frame that the reference fits the painting into. */
    private static final int WIDTH = 350;
    private static final int HEIGHT = 274;
    private static final int SIDE = 64;

    public ScreamDspritesProvider() {
        super(Dsprites.STORE);
    }

    @Override
    public Description describe() {
        return Description.of("scream-dsprites", "Scream-dSprites")
                .summary("dSprites cut out of random parts of a painting")
                .help("""
                        The background is a random 64×64 part of The Scream, fitted into 350×274 and averaged with a \
                        random colour of U(0, 1)³; inside the shape it is inverted. Uses the files of 'dsprites' and a \
                        picture of the painting (PNG or JPEG), which every study names by 'painting'.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix H")
                .parameter(Parameter.path("painting", null).meaning("picture of The Scream, such as scream.jpg"))
                .parameter(DspritesProvider.SHAPE);
    }

    @Override
    public DatasetCard card() {
        return Dsprites.card(SpriteFactors.SPACE, new ObservationShape(3, SIDE, SIDE), Citations.CHALLENGING, List.of(
                "The background is nuisance: it differs every time an observation is drawn.",
                "The painting is a file of yours, named by the parameter 'painting'; the reference uses The_Scream.jpg "
                        + "of Wikimedia Commons, and another scan gives other digests."));
    }

    @Override
    public Dataset open(Parameters parameters) {
        Path file = parameters.optional("painting").map(Path::of).orElseThrow(() -> Problem.input("Data set "
                + "'scream-dsprites' needs a picture of The Scream, such as The_Scream.jpg of Wikimedia Commons; name it "
                + "by the parameter 'painting'."
                + (store().imported().isEmpty() ? " It needs the files of 'dsprites', too; 'distaff dataset info "
                        + "dsprites' says how to get them." : "")));
        Picture painting = Resampling.BICUBIC.fit(PictureFile.read(FileBytes.open(file)).withChannels(3), WIDTH, HEIGHT);
        if (painting.width() <= SIDE || painting.height() <= SIDE) {
            throw Problem.input(file + " has " + painting.width() + "×" + painting.height() + " pixels once it fits into "
                    + WIDTH + "×" + HEIGHT + ", but must be larger than " + SIDE + "×" + SIDE + "; choose another scan.");
        }
        MessageDigest sha256 = Digests.digest("SHA-256");
        sha256.update(painting.values());
        return DspritesProvider.open(store(), "scream-dsprites/1/" + Digests.hex(sha256).substring(0, 16), parameters,
                Painters.scream(painting));
    }
}
