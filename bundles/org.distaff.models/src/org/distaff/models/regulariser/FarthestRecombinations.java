package org.distaff.models.regulariser;

import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The one-sided Hausdorff distance of all recombinations of pairs of latents to the codes. Which recombination is the
 * farthest, and which code is nearest to it, is looked for without gradients, in O(P B³); the distance between both is then
 * taken with gradients. Maximum and minimum have a derivative at the chosen entries only, so value and
 * gradient are those of the formula as it stands.
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
        Tensor a = latents(means, first);
        Tensor b = latents(means, second);
        Tensor chosen = choose(a, b);
        Tensor nearest = chosen.narrow(1, 2, 1);
        Tensor distanceA = torch.square(a.gather(1, chosen.narrow(1, 0, 1)).sub(a.gather(1, nearest)));
        Tensor distanceB = torch.square(b.gather(1, chosen.narrow(1, 1, 1)).sub(b.gather(1, nearest)));
        return distanceA.add(distanceB).sum();
    }

    /** One row per pair, [P, B]. */
    private static Tensor latents(Tensor means, long[] which) {
        Tensor index = AbstractTensor.create(which, which.length).to(means.device(), torch.ScalarType.Long);
        return means.t().index_select(0, index);
    }

    /** Of each pair the code that gives the first latent, the one that gives the second, and the nearest one, [P, 3]. */
    private static Tensor choose(Tensor first, Tensor second) {
        try (NoGradGuard guard = new NoGradGuard()) {
            Tensor a = distances(first);
            Tensor b = distances(second);
            Scalar batch = new Scalar(first.size(1));
            Tensor farthest = torch.argmax(nearest(a, b).flatten(1, 2), new LongOptional(1), true); // row · B + column
            Tensor column = farthest.remainder(batch);
            Tensor row = farthest.sub(column).floor_divide(batch);
            Tensor toCodes = at(a, row).add(at(b, column));
            return torch.cat(new TensorVector(row, column, torch.argmin(toCodes, new LongOptional(1), true)), 1);
        }
    }

    /**
     * The squared distance of every recombination to its nearest code, [P, B, B]; one code after the other, since a
     * tensor of all distances would not fit into the processor's cache.
     */
    private static Tensor nearest(Tensor a, Tensor b) {
        Tensor smallest = null;
        for (long code = 0; code < a.size(1); code++) {
            Tensor distance = a.select(1, code).unsqueeze(2).add(b.select(1, code).unsqueeze(1));
            smallest = smallest == null ? distance : torch.minimum(smallest, distance);
        }
        return smallest;
    }

    /** The distances of one value of each pair to all codes, [P, codes]. */
    private static Tensor at(Tensor distances, Tensor index) {
        return distances.gather(2, index.unsqueeze(1).expand(-1, distances.size(1), 1)).squeeze(2);
    }

    /** (v_i − v_j)², [P, codes, B]. */
    private static Tensor distances(Tensor values) {
        return torch.square(values.unsqueeze(1).sub(values.unsqueeze(2)));
    }
}
