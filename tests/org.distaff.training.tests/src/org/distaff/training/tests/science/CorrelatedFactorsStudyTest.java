package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Roth et al., ICLR 2023, section 5: trained on correlated factors and measured on independent ones, a factorised
 * support separates them better than a heavier KL.
 */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "takes six processor minutes")
class CorrelatedFactorsStudyTest {

    private static final String SCORE = "dci.disentanglement";

    @TempDir
    private Path store;

    @Test
    void factorisedSupportSeparatesWhatWasCorrelated() throws IOException {
        ShippedStudy study = ShippedStudy.run("roth-2023", store);
        Sample hausdorff = study.sample("hfs", ShippedStudy.score(SCORE));
        for (double beta : new double[] {1, 4}) {
            Sample weighted = study.sample("beta-vae", "beta", beta, ShippedStudy.score(SCORE));
            assertTrue(hausdorff.above(weighted) > Sample.FIVE_SEEDS, () -> hausdorff + "; " + weighted);
        }
    }
}
