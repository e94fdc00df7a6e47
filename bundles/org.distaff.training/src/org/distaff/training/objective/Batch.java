package org.distaff.training.objective;

import org.bytedeco.pytorch.Tensor;

/**
 * What one step learns from.
 *
 * @param observations [B, C, H, W] values in [0, 1]
 * @param noise        [B, D] standard normal draws for the reparameterised code
 */
public record Batch(Tensor observations, Tensor noise) {
}
