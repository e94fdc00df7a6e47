package org.distaff.training.objective;

import java.util.function.UnaryOperator;

import org.bytedeco.pytorch.Tensor;

/**
 * What a training shows of itself in pictures, asked for without gradients and with the networks in evaluation mode.
 *
 * @param encode observations [B, C, H, W] → codes [B, D]
 * @param decode codes [B, D] → images [B, C, H, W] in [0, 1]
 */
public record Pictures(UnaryOperator<Tensor> encode, UnaryOperator<Tensor> decode) {
}
