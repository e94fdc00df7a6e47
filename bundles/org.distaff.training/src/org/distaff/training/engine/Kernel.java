package org.distaff.training.engine;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/** A convolution in groups of channels: [B, groups · in, …] → [B, groups · out, …]. */
interface Kernel {

    Tensor apply(Tensor x, Tensor weight, TensorOptional bias, long groups);
}
