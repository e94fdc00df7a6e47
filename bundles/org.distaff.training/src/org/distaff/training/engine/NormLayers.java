package org.distaff.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.SpectralNorm;

/** Batch and spectral normalisation. */
final class NormLayers {

    /** Smallest length that a direction is divided by, PyTorch's. */
    private static final double SMALLEST = 1e-12;

    private NormLayers() {
    }

    static Tensor batch(Pass pass, BatchNorm layer, Tensor x, List<Tensor> w) {
        if (pass.models() > 1) {
            List<Tensor> flat = w.stream().map(weight -> weight.view(-1)).toList(); // shares the statistics' memory
            return LinearLayers.apart(batch(pass.mode(), layer, LinearLayers.beside(x), flat), pass.models());
        }
        return batch(pass.mode(), layer, x, w);
    }

    private static Tensor batch(Mode mode, BatchNorm layer, Tensor x, List<Tensor> w) {
        TensorOptional scale = layer.affine() ? new TensorOptional(w.get(2)) : new TensorOptional();
        TensorOptional shift = layer.affine() ? new TensorOptional(w.get(3)) : new TensorOptional();
        boolean batch = mode != Mode.EVALUATE;
        return torch.batch_norm(x, scale, shift, statistic(mode, w.get(0)), statistic(mode, w.get(1)), batch,
                layer.momentum(), layer.epsilon(), false);
    }

    /** An evaluating pass keeps a copy for its gradient, because a later training pass moves the original. */
    private static TensorOptional statistic(Mode mode, Tensor running) {
        return switch (mode) {
            case TRAIN -> new TensorOptional(running);
            case FROZEN -> new TensorOptional();
            case EVALUATE -> new TensorOptional(running.clone());
        };
    }

    /** The layer's weights, the first divided by its largest singular value σ = uᵀ W v; u and v are constants. */
    static List<Tensor> spectral(Pass pass, SpectralNorm layer, List<Tensor> w) {
        int inner = w.size() - 2;
        int lead = pass.models() == 1 ? 0 : 1;
        Tensor weight = w.get(0);
        Tensor ordered = layer.outputAxis() == 0 ? weight : weight.transpose(lead, lead + 1);
        Tensor matrix = torch.flatten(ordered, lead + 1, -1);
        Tensor left = w.get(inner);
        Tensor right = w.get(inner + 1);
        if (pass.mode() == Mode.TRAIN) {
            try (NoGradGuard guard = new NoGradGuard()) {
                right.copy_(direction(torch.matmul(matrix.transpose(-1, -2), left.unsqueeze(-1))));
                left.copy_(direction(torch.matmul(matrix, right.unsqueeze(-1))));
            }
        }
        Tensor product = torch.matmul(matrix, right.clone().unsqueeze(-1)).squeeze(-1);
        Tensor sigma = left.clone().mul(product).sum(-1);
        if (lead == 1) {
            long[] shape = new long[(int) weight.dim()];
            Arrays.fill(shape, 1);
            shape[0] = pass.models();
            sigma = sigma.view(shape);
        }
        List<Tensor> normed = new ArrayList<>(w.subList(0, inner));
        normed.set(0, weight.div(sigma));
        return normed;
    }

    private static Tensor direction(Tensor column) {
        Tensor vector = column.squeeze(-1);
        Tensor length = vector.norm(new ScalarOptional(new Scalar(2.0)), new long[] {-1}, true);
        return vector.div(length.add(new Scalar(SMALLEST)));
    }
}
