package org.distaff.training.tests.science;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Roth et al., ICLR 2023, section 4: a factorised support helps where factors are correlated. */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "takes ten processor minutes")
class FactorisedSupportStudyTest {

    @TempDir
    private Path store;

    @Test
    void factorisedSupportRaisesDisentanglementUnderCorrelation() throws IOException {
        ShippedStudy study = ShippedStudy.run("roth-2023", store);
        study.sample("hfs", ShippedStudy.score("dci.disentanglement"))
                .assertAbove(study.sample("beta-vae", ShippedStudy.score("dci.disentanglement")));
    }
}
