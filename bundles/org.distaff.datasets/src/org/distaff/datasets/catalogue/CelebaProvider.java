package org.distaff.datasets.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetCard;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ImportOptions;
import org.distaff.core.data.ImportedFile;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ListedDataset;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.file.PublishedFile;
import org.distaff.datasets.file.table.FactorColumns;

/** Contributes {@code celeba}. */
public final class CelebaProvider extends CatalogueDataset {

    private static final int IMAGES = 202_599;
    private static final String ATTRIBUTES = "list_attr_celeba.txt";
    private static final DatasetFile FACES = new DatasetFile("*.jpg", "", List.of());

    private static final ImageStore STORE = new ImageStore("celeba", new DatasetCard(
            new FactorSpace(List.of(new Factor("observation", IMAGES, FactorKind.NOMINAL))),
            new ObservationShape(3, 64, 64), IMAGES, "https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html",
            "non-commercial research only", Citations.CELEBA,
            List.of(List.of(FACES, new DatasetFile(ATTRIBUTES, "", List.of())), List.of(FACES)),
            List.of("There are no ground-truth factors. The 40 attributes are judgements of people; with the parameter "
                    + "'attributes' some of them stand in for factors.",
                    "Import the unpacked folder img_align_celeba, and list_attr_celeba.txt for attributes.",
                    "Faces are the middle 148×148 pixels, resized to 64×64.")),
            List.of((long) IMAGES), false, Preparations.faces());

    public CelebaProvider() {
        super(STORE);
    }

    @Override
    public Description describe() {
        return Description.of("celeba", "CelebA")
                .summary("Faces of celebrities as published, unlabelled or with attributes in place of factors")
                .help("""
                        202,599 photographs of 64×64×3. Without 'attributes' each image is a value of its own of one \
                        factor that means nothing, so supervised metrics say nothing either.""")
                .reference("Liu, Luo, Wang, Tang, Deep Learning Face Attributes in the Wild, ICCV 2015")
                .parameter(Parameter.text("attributes", "").meaning("attributes taken as factors, separated by commas, "
                        + "as in Smiling,Male; none for an unlabelled data set"));
    }

    @Override
    public List<ImportedFile> install(List<Path> files, ImportOptions options, Progress progress)
            throws IOException {
        List<ImportedFile> imported = super.install(files, options, progress);
        Path kept = store().folder().resolve(ATTRIBUTES);
        Files.deleteIfExists(kept);
        for (ImportedFile file : imported) {
            if (file.path().endsWith(ATTRIBUTES)) {
                FaceAttributes.read(FileBytes.open(file.path()));
                PublishedFile.write(kept, out -> Files.copy(file.path(), out));
            }
        }
        return imported;
    }

    @Override
    public Dataset open(Parameters parameters) {
        ImageStore.Opened opened = store().open();
        String wanted = parameters.text("attributes");
        ListedFactors factors = wanted.isBlank() ? FactorColumns.unlabelled((int) opened.images().count())
                : factors(Arrays.stream(wanted.split(",")).map(String::strip).toList());
        if (factors.rows().length / factors.space().count() != opened.images().count()) {
            throw Problem.input("The attributes of data set 'celeba' are not those of its images; import it again.");
        }
        return new ListedDataset(opened.images(), factors, ObservationKind.IMAGE,
                "celeba/1/" + (wanted.isBlank() ? "" : wanted + "/") + opened.digest());
    }

    private ListedFactors factors(List<String> wanted) {
        Path file = store().folder().resolve(ATTRIBUTES);
        if (!Files.exists(file)) {
            throw Problem.input("Data set 'celeba' was imported without attributes; run 'distaff dataset import celeba "
                    + "FOLDER' again with " + ATTRIBUTES + ".");
        }
        try {
            return FaceAttributes.read(FileBytes.open(file)).factors(wanted, "Data set 'celeba'");
        } catch (IOException e) {
            throw Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
