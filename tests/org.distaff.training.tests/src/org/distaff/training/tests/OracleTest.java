package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.models.calibration.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnxruntime.OrtException;

/** Codes that are the factors, standardised. */
class OracleTest {

    @TempDir
    private Path folder;

    @Test
    void codesAreStandardisedFactors() throws IOException, OrtException {
        TrainedModel trained = Runs.train(new Oracle(), Map.of(), new Squares(1, 8), new TrainingSettings(0, 1, 1), 0, folder,
                Progress.NONE);
        assertTrue(trained.card().readsFactors());
        assertNull(trained.decoder());
        // sizes 3, 4, 4: means 1, 1.5, 1.5; variances (9 − 1)/12 and (16 − 1)/12
        float[] codes = Onnx.run(trained.encoder(), "factors", new float[] {2, 0, 3}, new long[] {1, 1, 1, 3}, "mean");
        assertEquals(1 / Math.sqrt(8 / 12.0), codes[0], 1e-6);
        assertEquals(-1.5 / Math.sqrt(15 / 12.0), codes[1], 1e-6);
        assertEquals(1.5 / Math.sqrt(15 / 12.0), codes[2], 1e-6);
    }
}
