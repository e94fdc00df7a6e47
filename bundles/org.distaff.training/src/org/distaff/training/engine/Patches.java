package org.distaff.training.engine;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.TransposedConvolution;

/** Convolutions spelled out as patches of the image and one product: right on every machine, slower on most. */
final class Patches {

    private static final long[] NO_DILATION = {1, 1};

    private Patches() {
    }

    static Tensor convolution(Convolution layer, Tensor x, Tensor weight, TensorOptional bias, long groups) {
        int[] size = layer.output(new int[] {layer.in(), (int) x.size(2), (int) x.size(3)});
        Tensor patches = torch.im2col(x, layer.kernel().pair(), NO_DILATION, layer.padding().pair(),
                layer.stride().pair());
        Tensor rows = weight.unflatten(0, groups, layer.out()).flatten(2, -1); // [G, out, in · kernel]
        Tensor made = torch.matmul(rows, patches.unflatten(1, groups, -1)).flatten(1, 2);
        return biased(made.unflatten(2, size[1], size[2]), bias);
    }

    static Tensor transposed(TransposedConvolution layer, Tensor x, Tensor weight, TensorOptional bias, long groups) {
        int[] size = layer.output(new int[] {layer.in(), (int) x.size(2), (int) x.size(3)});
        Tensor rows = weight.unflatten(0, groups, layer.in()).flatten(2, -1).transpose(1, 2); // [G, out · kernel, in]
        Tensor patches = torch.matmul(rows, x.flatten(2, -1).unflatten(1, groups, -1)).flatten(1, 2);
        return biased(torch.col2im(patches, new long[] {size[1], size[2]}, layer.kernel().pair(), NO_DILATION,
                layer.padding().pair(), layer.stride().pair()), bias);
    }

    private static Tensor biased(Tensor made, TensorOptional bias) {
        return bias.has_value() ? made.add(bias.get().unflatten(0, -1, 1, 1)) : made;
    }
}
