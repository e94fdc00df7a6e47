package org.distaff.training.engine;

import java.util.List;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Layer;
import org.distaff.training.network.TransposedConvolution;

/** Dense and convolutional layers. Models side by side are a batched product or the groups of one convolution. */
final class LinearLayers {

    private static final long[] NO_DILATION = {1, 1};

    private LinearLayers() {
    }

    static Tensor dense(Pass pass, Tensor x, List<Tensor> w) {
        if (pass.models() == 1) {
            return torch.linear(x, w.get(0), optional(w));
        }
        if (x.dim() == 3) {
            Tensor weight = w.get(0).transpose(1, 2);
            return w.size() == 1 ? torch.bmm(x, weight) : torch.baddbmm(w.get(1).unsqueeze(1), x, weight);
        }
        Tensor rows = dense(pass, torch.flatten(x, 1, 2), w); // sequences
        return rows.unflatten(1, x.size(1), x.size(2));
    }

    static Tensor convolution(Pass pass, Convolution layer, Tensor x, List<Tensor> w) {
        return grouped(pass, layer, x, w,
                (value, weight, bias, groups) -> torch.conv2d(value, weight, bias, layer.stride().pair(),
                        layer.padding().pair(), NO_DILATION, groups),
                (value, weight, bias, groups) -> Patches.convolution(layer, value, weight, bias, groups));
    }

    static Tensor transposed(Pass pass, TransposedConvolution layer, Tensor x, List<Tensor> w) {
        return grouped(pass, layer, x, w,
                (value, weight, bias, groups) -> torch.conv_transpose2d(value, weight, bias, layer.stride().pair(),
                        layer.padding().pair(), layer.outputPadding().pair(), groups, NO_DILATION),
                (value, weight, bias, groups) -> Patches.transposed(layer, value, weight, bias, groups));
    }

    private static Tensor grouped(Pass pass, Layer layer, Tensor x, List<Tensor> w, Kernel fast, Kernel patches) {
        int models = pass.models();
        if (models == 1) {
            return KernelCheck.choose(layer, x, w.get(0), 1, fast, patches).apply(x, w.get(0), optional(w), 1);
        }
        Tensor value = beside(x);
        Tensor weight = torch.flatten(w.get(0), 0, 1);
        TensorOptional bias = w.size() == 1 ? new TensorOptional() : new TensorOptional(torch.flatten(w.get(1), 0, 1));
        Kernel kernel = KernelCheck.choose(layer, value, weight, models, fast, patches);
        return apart(kernel.apply(value, weight, bias, models), models);
    }

    /** [M, B, C, …] → [B, M·C, …]; a view where the other way made the value. */
    static Tensor beside(Tensor x) {
        return torch.flatten(x.transpose(0, 1), 1, 2);
    }

    /** [B, M·C, …] → [M, B, C, …] as a view. */
    static Tensor apart(Tensor x, int models) {
        return x.unflatten(1, models, x.size(1) / models).transpose(0, 1);
    }

    private static TensorOptional optional(List<Tensor> w) {
        return w.size() == 1 ? new TensorOptional() : new TensorOptional(w.get(1));
    }
}
