package org.distaff.training.tests.science;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Pressing the total correlation raises the mutual information gap above the plain VAE's, however it is estimated. */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "takes a quarter of an hour")
class TotalCorrelationStudyTest {

    @TempDir
    private Path store;

    /** Chen et al., NeurIPS 2018, section 5. */
    @Test
    void pressingItByItsEstimateOfTheBatchDoes() throws IOException {
        assertAboveVae("chen-2018", "beta-tcvae");
    }

    /** Kim and Mnih, ICML 2018, section 5. */
    @Test
    void pressingItByADiscriminatorDoes() throws IOException {
        assertAboveVae("kim-2018", "factor-vae");
    }

    private void assertAboveVae(String name, String model) throws IOException {
        ShippedStudy study = ShippedStudy.run(name, store);
        study.sample(model, ShippedStudy.score("mig.score"))
                .assertAbove(study.sample("vae", ShippedStudy.score("mig.score")));
    }
}
