package org.distaff.models.tc;

import java.util.List;
import java.util.random.RandomGenerator;

import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;

/**
 * Shuffles each latent among the codes of a batch by itself, which makes latents independent (Kim and Mnih, ICML 2018,
 * algorithm 1).
 *
 * @param seeds the seed of each model
 */
public record Shuffle(List<Long> seeds) {

    public Shuffle {
        seeds = List.copyOf(seeds);
    }

    /** Which code each latent of a shuffled code comes from, {@code B × D} of one model at a step. */
    static long[] rows(long seed, long step, int batch, int latents) {
        RandomGenerator random = RandomStreams.derive(seed, "factor-vae/shuffle/" + step);
        long[] rows = new long[batch * latents];
        for (int d = 0; d < latents; d++) {
            for (int n = 0; n < batch; n++) { // Fisher and Yates from the front
                int other = random.nextInt(n + 1);
                rows[n * latents + d] = rows[other * latents + d];
                rows[other * latents + d] = n;
            }
        }
        return rows;
    }

    /** @param codes [B, D], or [M, B, D] for as many models as there are seeds */
    public Tensor of(Tensor codes, long step) {
        int batch = (int) codes.size(-2);
        int latents = (int) codes.size(-1);
        long[] rows = new long[seeds.size() * batch * latents];
        for (int m = 0; m < seeds.size(); m++) {
            System.arraycopy(rows(seeds.get(m), step, batch, latents), 0, rows, m * batch * latents, batch * latents);
        }
        Tensor index = codes.dim() == 2 ? AbstractTensor.create(rows, batch, latents)
                : AbstractTensor.create(rows, seeds.size(), batch, latents);
        return torch.gather(codes, -2, index.to(codes.device(), torch.ScalarType.Long));
    }
}
