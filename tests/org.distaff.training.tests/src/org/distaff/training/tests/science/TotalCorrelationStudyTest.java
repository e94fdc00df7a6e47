package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Chen et al., NeurIPS 2018, section 5: pressing the total correlation raises the mutual information gap. */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "takes six processor minutes")
class TotalCorrelationStudyTest {

    @TempDir
    private Path store;

    @Test
    void pressingTheTotalCorrelationRaisesTheMutualInformationGap() throws IOException {
        ShippedStudy study = ShippedStudy.run("chen-2018", store);
        Sample pressed = study.sample("beta-tcvae", ShippedStudy.score("mig.score"));
        Sample plain = study.sample("vae", ShippedStudy.score("mig.score"));
        assertTrue(pressed.isAbove(plain), () -> pressed + "; " + plain);
    }
}
