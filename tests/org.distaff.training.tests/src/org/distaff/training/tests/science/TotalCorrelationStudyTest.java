package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Chen et al., NeurIPS 2018, section 5, and Kim and Mnih, ICML 2018, section 5: methods that press the total
 * correlation have a higher mutual information gap than the VAE.
 */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "takes ten processor minutes")
class TotalCorrelationStudyTest {

    @TempDir
    private Path store;

    @Test
    void pressingTheTotalCorrelationRaisesTheMutualInformationGap() throws IOException {
        ShippedStudy study = ShippedStudy.run("chen-2018-kim-2018", store);
        Sample vae = study.sample("vae", ShippedStudy.score("mig.score"));
        for (String method : new String[] {"beta-tcvae", "factor-vae"}) {
            Sample pressed = study.sample(method, ShippedStudy.score("mig.score"));
            assertTrue(pressed.above(vae) > Sample.FIVE_SEEDS, () -> pressed + "; " + vae);
        }
    }
}
