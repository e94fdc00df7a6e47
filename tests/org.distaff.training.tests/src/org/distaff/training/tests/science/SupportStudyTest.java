package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Roth et al., ICLR 2023, section 5: under correlated factors, pressing the codes' support towards a product
 * disentangles more than a β-VAE does, here with β 1, 4 and 8.
 */
@EnabledIfSystemProperty(named = "distaff.long", matches = "true", disabledReason = "takes forty processor minutes")
class SupportStudyTest {

    @TempDir
    private Path store;

    @Test
    void aProductOfSupportsDisentanglesMoreThanThreeBetas() throws IOException {
        ShippedStudy study = ShippedStudy.run("roth-2023", store);
        Sample hfs = study.sample("hfs", ShippedStudy.score("dci.disentanglement"));
        List<Sample> plain = study.samples("beta-vae", "beta", ShippedStudy.score("dci.disentanglement"));
        assertEquals(3, plain.size());
        plain.forEach(hfs::assertAbove);
    }
}
