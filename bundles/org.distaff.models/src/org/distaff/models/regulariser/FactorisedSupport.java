package org.distaff.models.regulariser;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How far the codes' support is from the product of its latents' supports: every pair of latents is recombined over the
 * batch, and each recombination measured by its squared distance to the codes that are there. Roth et al., Disentanglement
 * of Correlated Factors via Hausdorff Factorized Support, ICLR 2023, equations 5 and 6; the variants are those of the code
 * they released. Gradients reach the recombinations and the codes alike: with the recombinations held fixed training
 * diverges, say the authors.
 *
 * @param matching     how distances become one number
 * @param temperature  of the softmaxes of the soft and sampled variants, inside (over codes)
 * @param temperature2 outside (over recombinations)
 * @param seed         seed of what {@link Matching#SAMPLED} draws; another one at each step
 */
public record FactorisedSupport(Matching matching, double temperature, double temperature2, long seed) {

    /** How the distances of recombinations to codes become one number for each pair of latents. */
    public enum Matching {
        /** The largest over recombinations of the smallest over codes: the one-sided Hausdorff distance. */
        HARD,
        /** The mean over recombinations of the smallest over codes, of those that are not zero. */
        HARD_MEAN,
        /** Expectations over sampled codes (5) and sampled recombinations (20) instead of minimum and maximum. */
        SAMPLED,
        /** Minimum and maximum, each multiplied by its own softmax weight; codes weighed by nearness. */
        SOFT_SINGLE_MIN,
        /** The same with codes weighed by distance. */
        SOFT_SINGLE_MAX,
        /** Softmax-weighted means instead of minimum and maximum; codes weighed by nearness. */
        SOFT_FULL_MIN,
        /** The same with codes weighed by distance. */
        SOFT_FULL_MAX
    }

    private static final int INNER_SAMPLES = 5;
    private static final int OUTER_SAMPLES = 20;

    /**
     * The penalty of all B² recombinations of some pairs of latents, summed over the pairs.
     *
     * @param means posterior means, [B, D]
     * @param first  for each of the P pairs its first latent
     * @param second its second
     */
    public Tensor ofPairs(Tensor means, long[] first, long[] second) {
        if (matching == Matching.HARD) {
            return FarthestRecombinations.distance(means, first, second);
        }
        Tensor sum = null;
        for (int p = 0; p < first.length; p++) {
            Tensor a = distances(means.select(-1, first[p]));
            Tensor b = distances(means.select(-1, second[p]));
            long batch = means.size(0);
            // recombination (i, j) takes the first latent of code i and the second of code j
            Tensor all = a.unsqueeze(1).add(b.unsqueeze(0)).reshape(batch * batch, batch, 1);
            Tensor pair = match(all);
            sum = sum == null ? pair : sum.add(pair);
        }
        return sum;
    }

    /**
     * The penalty of chosen recombinations of several latents at once.
     *
     * @param means   posterior means, [B, D]
     * @param rows    [R, P, L] which code each latent of a recombination comes from
     * @param latents [P, L] which latents each of the P sets recombines
     */
    public Tensor ofRecombinations(Tensor means, Tensor rows, Tensor latents) {
        long sets = latents.size(0);
        long width = latents.size(1);
        Tensor chosen = means.index_select(1, latents.reshape(-1)).reshape(means.size(0), sets, width);
        Tensor recombined = torch.gather(chosen, 0, rows);
        Tensor all = torch.square(recombined.unsqueeze(1).sub(chosen.unsqueeze(0))).sum(-1);
        return match(all);
    }

    /** (v_i − v_j)², [B, B]. */
    private static Tensor distances(Tensor values) {
        return torch.square(values.unsqueeze(1).sub(values.unsqueeze(0)));
    }

    /** @param all squared distances, [recombinations, codes, sets] */
    private Tensor match(Tensor all) {
        return switch (matching) {
            case HARD -> smallest(all).max(0).get0().sum();
            case HARD_MEAN -> hardMean(smallest(all));
            case SAMPLED -> sampled(all);
            case SOFT_SINGLE_MIN -> softSingle(all, -1 / temperature);
            case SOFT_SINGLE_MAX -> softSingle(all, 1 / temperature);
            case SOFT_FULL_MIN -> softFull(all, -1 / temperature);
            case SOFT_FULL_MAX -> softFull(all, 1 / temperature);
        };
    }

    private static Tensor smallest(Tensor all) {
        return all.min(1).get0();
    }

    private static Tensor hardMean(Tensor smallest) {
        Tensor apart = smallest.gt(new Scalar(0.0)).sum(0).clamp_min(new Scalar(1.0));
        return smallest.sum(0).div(apart).sum();
    }

    private Tensor softSingle(Tensor all, double scale) {
        Tensor nearest = torch.argmin(all.detach(), new LongOptional(1), true);
        Tensor weights = torch.softmax(all.mul(new Scalar(scale)), 1);
        Tensor weighted = torch.gather(weights, 1, nearest).mul(torch.gather(all, 1, nearest)).squeeze(1);
        Tensor farthest = torch.argmax(weighted.detach(), new LongOptional(0), true);
        Tensor outer = torch.softmax(weighted.mul(new Scalar(1 / temperature2)), 0);
        return torch.gather(outer, 0, farthest).mul(torch.gather(weighted, 0, farthest)).sum();
    }

    private Tensor softFull(Tensor all, double scale) {
        Tensor inner = torch.softmax(all.mul(new Scalar(scale)), 1).mul(all).sum(1);
        return torch.softmax(inner.mul(new Scalar(1 / temperature2)), 0).mul(inner).sum();
    }

    private Tensor sampled(Tensor all) {
        long codes = all.size(1);
        Generator generator = torch.make_generator_cpu(seed);
        GeneratorOptional random = new GeneratorOptional(generator);
        Tensor inner = torch.softmax(all.detach().mul(new Scalar(-1 / temperature)), 1).permute(0, 2, 1);
        Tensor drawn = draw(inner.reshape(-1, codes), INNER_SAMPLES, random)
                .reshape(all.size(0), all.size(2), INNER_SAMPLES).permute(0, 2, 1);
        Tensor means = torch.gather(all, 1, drawn).mean(1);
        Tensor outer = torch.softmax(means.detach().mul(new Scalar(1 / temperature2)), 0).t();
        Tensor rows = draw(outer, OUTER_SAMPLES, random).t();
        return torch.gather(means, 0, rows).mean(0).sum();
    }

    /** Draws on the CPU, where the generator is: the same on every device. */
    private static Tensor draw(Tensor weights, int samples, GeneratorOptional random) {
        return torch.multinomial(weights.cpu(), samples, true, random).to(weights.device(), torch.ScalarType.Long);
    }
}
