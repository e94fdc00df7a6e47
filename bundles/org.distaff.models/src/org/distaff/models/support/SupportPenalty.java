package org.distaff.models.support;

import java.util.List;
import java.util.random.RandomGenerator;

import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.regulariser.FactorisedSupport;
import org.distaff.models.regulariser.FactorisedSupport.Matching;

/**
 * The penalty of factorised support over pairs of latents, and recombinations, that are drawn anew at every step.
 *
 * @param matching         how distances become one number
 * @param temperature      of the softmax over codes
 * @param outerTemperature of the softmax over recombinations
 * @param recombinations   which recombinations are made
 * @param pairs            pairs of latents per step, at most all
 * @param seeds            the seed of each model
 */
public record SupportPenalty(Matching matching, double temperature, double outerTemperature,
        Recombinations recombinations, int pairs, List<Long> seeds) {

    /** Which recombinations of the batch's latents are held against its codes. */
    public enum Recombinations {
        /** All B² of every pair. */
        FULL,
        /** {@link SupportPenalty#DRAWN} random ones of every pair. */
        RANDOM,
        /** That many random ones of all latents at once. */
        ALL_LATENTS
    }

    /** Random recombinations per pair, as released. */
    static final int DRAWN = 100;

    public SupportPenalty {
        seeds = List.copyOf(seeds);
    }

    /** @param means [B, D], or [M, B, D] for as many models as there are seeds; the result is a scalar, or [M] */
    public Tensor of(Tensor means, long step) {
        if (means.dim() == 2) {
            return one(means, seeds.get(0), step);
        }
        TensorVector all = new TensorVector();
        for (int m = 0; m < seeds.size(); m++) {
            all.push_back(one(means.select(0, m), seeds.get(m), step));
        }
        return torch.stack(all);
    }

    private Tensor one(Tensor means, long seed, long step) {
        RandomGenerator random = RandomStreams.derive(seed, "hfs/pairs/" + step);
        int batch = (int) means.size(0);
        int latents = (int) means.size(1);
        FactorisedSupport support = new FactorisedSupport(matching, temperature, outerTemperature,
                RandomStreams.seed(seed, "hfs/samples/" + step));
        if (recombinations == Recombinations.ALL_LATENTS) {
            long[] all = new long[latents];
            for (int d = 0; d < latents; d++) {
                all[d] = d;
            }
            return support.ofRecombinations(means, rows(batch, 1, latents, random, means),
                    longs(all, means, 1, latents));
        }
        long[] chosen = draw(latents, random);
        long[] first = new long[chosen.length];
        long[] second = new long[chosen.length];
        for (int p = 0; p < chosen.length; p++) {
            first[p] = chosen[p] / latents;
            second[p] = chosen[p] % latents;
        }
        if (recombinations == Recombinations.FULL) {
            return support.ofPairs(means, first, second);
        }
        long[] both = new long[2 * chosen.length];
        for (int p = 0; p < chosen.length; p++) {
            both[2 * p] = first[p];
            both[2 * p + 1] = second[p];
        }
        return support.ofRecombinations(means, rows(batch, chosen.length, 2, random, means),
                longs(both, means, chosen.length, 2));
    }

    /** Different pairs a &lt; b, each as a D + b, in random order. */
    private long[] draw(int latents, RandomGenerator random) {
        int all = latents * (latents - 1) / 2;
        long[] every = new long[all];
        int next = 0;
        for (int a = 0; a < latents; a++) {
            for (int b = a + 1; b < latents; b++) {
                every[next++] = (long) a * latents + b;
            }
        }
        int count = Math.min(pairs, all);
        for (int i = 0; i < count; i++) { // Fisher and Yates as far as needed
            int other = i + random.nextInt(all - i);
            long kept = every[i];
            every[i] = every[other];
            every[other] = kept;
        }
        return java.util.Arrays.copyOf(every, count);
    }

    private static Tensor rows(int batch, int sets, int width, RandomGenerator random, Tensor like) {
        long[] rows = new long[DRAWN * sets * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(batch);
        }
        return longs(rows, like, DRAWN, sets, width);
    }

    private static Tensor longs(long[] values, Tensor like, long... shape) {
        return AbstractTensor.create(values, shape).to(like.device(), torch.ScalarType.Long);
    }
}
