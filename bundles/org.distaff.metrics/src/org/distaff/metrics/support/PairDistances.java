package org.distaff.metrics.support;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;

import org.distaff.core.geometry.HausdorffDistance;
import org.distaff.core.geometry.RankedNumbers;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Workers;

/** The Hausdorff distances of pairs of latents over batches of points; which pairs in which batches is fixed before. */
final class PairDistances {

    private final int latents;
    private final int size;
    private final int batches;
    /** For pair p the batches it is measured in. */
    private final BitSet[] drawn;

    /**
     * @param size    points per batch
     * @param batches number of batches
     * @param wanted  pairs drawn without replacement for each batch; all pairs when 0 or more than there are
     */
    PairDistances(int latents, int size, int batches, int wanted, RandomGenerator random) {
        this.latents = latents;
        this.size = size;
        this.batches = batches;
        this.drawn = new BitSet[latents * (latents - 1) / 2];
        Arrays.setAll(drawn, p -> new BitSet(batches));
        int[] pairs = new int[drawn.length];
        Arrays.setAll(pairs, p -> p);
        int count = wanted == 0 ? pairs.length : Math.min(wanted, pairs.length);
        for (int batch = 0; batch < batches; batch++) {
            for (int i = 0; i < count; i++) {
                int j = count == pairs.length ? i : i + random.nextInt(pairs.length - i);
                int pair = pairs[j];
                pairs[j] = pairs[i];
                pairs[i] = pair;
                drawn[pair].set(batch);
            }
        }
    }

    /**
     * What was measured.
     *
     * @param score sum over the pairs of a batch, averaged over batches
     * @param means {@code D × D}, each pair's mean over its batches; NaN on the diagonal and where it has none
     */
    record Result(double score, double[][] means) {
    }

    /** @param columns latents as columns of at least {@code size · batches} values */
    Result measure(double[][] columns, Workers workers, Progress progress) {
        double[] sums = new double[drawn.length];
        RankedNumbers[] ranked = new RankedNumbers[latents];
        for (int b = 0; b < batches; b++) {
            int batch = b;
            progress.report((double) b / batches, "FoS: all pairs of latents of batch " + b);
            workers.each(latents, d -> ranked[d] = RankedNumbers.of(
                    Arrays.copyOfRange(columns[d], batch * size, (batch + 1) * size)));
            workers.each(latents, second -> {
                progress.check();
                HausdorffDistance distance = new HausdorffDistance(size);
                for (int first = 0; first < second; first++) {
                    int pair = second * (second - 1) / 2 + first;
                    if (drawn[pair].get(batch)) {
                        sums[pair] += distance.of(ranked[first], ranked[second]).squared();
                    }
                }
            });
        }
        double[][] means = new double[latents][latents];
        for (int second = 0; second < latents; second++) {
            means[second][second] = Double.NaN;
            for (int first = 0; first < second; first++) {
                int pair = second * (second - 1) / 2 + first;
                means[first][second] = sums[pair] / drawn[pair].cardinality();
                means[second][first] = means[first][second];
            }
        }
        return new Result(sums.length == 0 ? Double.NaN : Arrays.stream(sums).sum() / batches, means);
    }
}
