package org.distaff.tests.datasets;

import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;

/** Opens generators and looks at what they show. */
final class Observed {

    private Observed() {
    }

    /** @param assignments name, value, name, value … */
    static Dataset open(DatasetProvider provider, String... assignments) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < assignments.length; i += 2) {
            values.put(assignments[i], assignments[i + 1]);
        }
        return provider.open(Parameters.of(provider, values));
    }

    /** Observations of factor rows, with the nuisance that belongs to a seed. */
    static float[] of(Dataset dataset, long nuisance, int... rows) {
        FloatBuffer target = FloatBuffer.allocate(rows.length / dataset.factors().count()
                * dataset.observation().values());
        dataset.observe(rows, RandomStreams.derive(nuisance, "nuisance"), target);
        return target.array();
    }

    /** First 16 digits of the SHA-256 of some observations in bytes, as a display shows them. */
    static String fingerprint(Dataset dataset, int points) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            int[] rows = Dataset.sample(dataset, points, RandomStreams.derive(2, "fingerprint"));
            for (float value : of(dataset, 1, rows)) {
                sha.update((byte) Math.round(255 * value));
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Mean absolute difference of two observations. */
    static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }
}
