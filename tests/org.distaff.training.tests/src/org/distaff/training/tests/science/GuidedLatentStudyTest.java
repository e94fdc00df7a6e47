package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.distaff.core.metric.Matrix;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.StoredScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Ding et al., CVPR 2020, section 4.3: the guided latent classifies its factor, the other latents cannot. */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "takes two processor minutes")
class GuidedLatentStudyTest {

    private static final String MODEL = "guided-vae-supervised";

    @TempDir
    private Path store;

    @Test
    void theGuidedLatentClassifiesItsFactorBetterThanTheOthers() throws IOException {
        ShippedStudy study = ShippedStudy.run("ding-2020", store);
        Sample best = new Sample("best other latent", study.sample(MODEL, cell -> IntStream.range(1, 10)
                .mapToDouble(d -> accuracies(cell)[d]).max().orElseThrow()).values());
        study.sample(MODEL, cell -> accuracies(cell)[0]).assertAbove(best);
    }

    /** Of each latent alone, with a linear classifier of the six scales. */
    private static double[] accuracies(StoredCell cell) {
        Matrix matrix = StoredScores.read(cell.folder()).get(0).matrices().stream()
                .filter(m -> m.name().equals("predictability")).findFirst().orElseThrow().read();
        int scale = matrix.columns().indexOf("scale");
        double[] accuracies = IntStream.range(0, matrix.rows().size()).mapToDouble(d -> matrix.values()[d][scale])
                .toArray();
        assertEquals(10, accuracies.length);
        return accuracies;
    }
}
