package org.distaff.models.regulariser;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.geometry.HausdorffDistance;
import org.distaff.core.geometry.RankedNumbers;

/**
 * The one-sided Hausdorff distance of all recombinations of pairs of latents to the codes. Which recombination is the
 * farthest, and which code is nearest to it, is looked for on the CPU without gradients, some tens of microseconds for a
 * pair of latents and 64 codes; the distance between both is then taken with gradients. Maximum and minimum have a
 * derivative at the chosen entries only, so value and gradient are those of the formula as it stands.
 */
final class FarthestRecombinations {

    private FarthestRecombinations() {
    }

    /**
     * Summed over pairs.
     *
     * @param means posterior means, [B, D]
     * @param first  for each of the P pairs its first latent
     * @param second its second
     */
    static Tensor distance(Tensor means, long[] first, long[] second) {
        long[][] chosen = choose(means, first, second);
        Tensor flat = means.flatten();
        Tensor acrossA = flat.index_select(0, index(chosen[0], means)).sub(flat.index_select(0, index(chosen[2], means)));
        Tensor acrossB = flat.index_select(0, index(chosen[1], means)).sub(flat.index_select(0, index(chosen[3], means)));
        return torch.square(acrossA).add(torch.square(acrossB)).sum();
    }

    private static Tensor index(long[] values, Tensor like) {
        return AbstractTensor.create(values, values.length).to(like.device(), torch.ScalarType.Long);
    }

    /**
     * Places in the flattened means: for every pair its first and second latent's value in the farthest recombination,
     * and their values in the nearest code, [4, P].
     */
    private static long[][] choose(Tensor means, long[] first, long[] second) {
        int batch = (int) means.size(0);
        int latents = (int) means.size(1);
        RankedNumbers[] ranked = ranked(means, batch, latents);
        HausdorffDistance distance = new HausdorffDistance(batch);
        long[][] chosen = new long[4][first.length];
        for (int p = 0; p < first.length; p++) {
            int a = (int) first[p];
            int b = (int) second[p];
            HausdorffDistance.Farthest farthest = distance.of(ranked[a], ranked[b]);
            chosen[0][p] = (long) farthest.first() * latents + a;
            chosen[1][p] = (long) farthest.second() * latents + b;
            chosen[2][p] = (long) farthest.nearest() * latents + a;
            chosen[3][p] = (long) farthest.nearest() * latents + b;
        }
        return chosen;
    }

    /** The values of every latent. */
    private static RankedNumbers[] ranked(Tensor means, int batch, int latents) {
        double[] values = new double[batch * latents];
        try (NoGradGuard guard = new NoGradGuard()) {
            Tensor columns = means.detach().cpu().t().to(torch.ScalarType.Double).contiguous();
            new DoublePointer(columns.data_ptr()).get(values);
        }
        RankedNumbers[] ranked = new RankedNumbers[latents];
        for (int d = 0; d < latents; d++) {
            ranked[d] = RankedNumbers.of(java.util.Arrays.copyOfRange(values, d * batch, (d + 1) * batch));
        }
        return ranked;
    }
}
