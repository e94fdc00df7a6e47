package org.distaff.metrics.posterior;

import java.util.Arrays;

import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Exponentials;
import org.distaff.metrics.work.Workers;

/**
 * Densities of samples of one latent under the aggregate posterior. Every one of the N × S Gaussian densities is
 * computed once, for all factors.
 *
 * @param whole     {@code S}: q(z) = 1/N Σ_n q(z|x_n)
 * @param withValue {@code K × S}: q(z, y_k), the same sum over the points that share the sample's value of factor k
 */
record MixtureDensities(double[] whole, double[][] withValue) {

    /** Sums that a thread keeps at once, few enough for its cache. */
    private static final int SUMS = 1 << 17;
    private static final int LARGEST_BLOCK = 512;
    private static final int SMALLEST_BLOCK = 16;

    static MixtureDensities of(PosteriorSamples samples, int latent, FactorValues values, Workers workers,
            Progress progress) {
        int count = samples.count();
        int block = Math.clamp(SUMS / Math.max(1, values.shares().length), SMALLEST_BLOCK, LARGEST_BLOCK);
        double[] z = samples.values(latent);
        PosteriorSamples.Components components = samples.components(latent);
        MixtureDensities found = new MixtureDensities(new double[count], new double[values.factors()][count]);
        double[][] sums = new double[workers.threads()][];
        workers.each((count + block - 1) / block, (slot, task) -> {
            progress.check();
            if (sums[slot] == null) {
                sums[slot] = new double[values.shares().length * block];
            }
            int from = task * block;
            found.fill(samples, Arrays.copyOfRange(z, from, Math.min(count, from + block)), from, components, values,
                    sums[slot]);
        });
        return found;
    }

    /** Densities of one block of samples; a row of sums for every value of every factor, a column for every sample. */
    private void fill(PosteriorSamples samples, double[] z, int from, PosteriorSamples.Components components,
            FactorValues values, double[] sums) {
        int size = z.length;
        int points = components.mean().length;
        double[] densities = new double[size];
        double[] total = new double[size];
        Arrays.fill(sums, 0);
        for (int n = 0; n < points; n++) {
            components.logDensities(n, z, densities, size);
            Exponentials.of(densities, densities, size);
            add(densities, total, 0, size);
            for (int k = 0; k < values.factors(); k++) {
                add(densities, sums, values.number(n, k) * size, size);
            }
        }
        for (int s = 0; s < size; s++) {
            whole[from + s] = total[s] / points;
            for (int k = 0; k < withValue.length; k++) {
                withValue[k][from + s] = sums[values.number(samples.points()[from + s], k) * size + s] / points;
            }
        }
    }

    private static void add(double[] densities, double[] sums, int at, int size) {
        for (int s = 0; s < size; s++) {
            sums[at + s] += densities[s];
        }
    }
}
