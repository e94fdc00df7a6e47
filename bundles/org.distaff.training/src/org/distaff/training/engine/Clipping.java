package org.distaff.training.engine;

import java.util.Arrays;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.optimiser.Clip;

/** Bounds gradients. */
final class Clipping {

    /** Keeps the division finite, PyTorch's. */
    private static final double SMALLEST = 1e-6;

    private Clipping() {
    }

    /** @param models how many models lie along the first axis; each has a norm of its own */
    static TensorVector apply(Clip clip, TensorVector gradients, int models) {
        return switch (clip.kind()) {
            case NONE -> gradients;
            case VALUE -> byValue(clip.limit(), gradients);
            case NORM -> byNorm(clip.limit(), gradients, models);
        };
    }

    private static TensorVector byValue(double limit, TensorVector gradients) {
        ScalarOptional low = new ScalarOptional(new Scalar(-limit));
        ScalarOptional high = new ScalarOptional(new Scalar(limit));
        Tensor[] cut = new Tensor[(int) gradients.size()];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = torch.clamp(gradients.get(i), low, high);
        }
        return new TensorVector(cut);
    }

    private static TensorVector byNorm(double limit, TensorVector gradients, int models) {
        Tensor[] scaled = new Tensor[(int) gradients.size()];
        Tensor square = null;
        for (int i = 0; i < scaled.length; i++) {
            Tensor flat = models == 1 ? gradients.get(i).view(1, -1) : torch.flatten(gradients.get(i), 1, -1);
            Tensor own = flat.square().sum(1);
            square = square == null ? own : square.add(own);
        }
        Tensor factor = torch.sqrt(square).add(new Scalar(SMALLEST)).reciprocal().mul(new Scalar(limit));
        factor = torch.clamp(factor, new ScalarOptional(), new ScalarOptional(new Scalar(1.0)));
        for (int i = 0; i < scaled.length; i++) {
            long[] shape = new long[(int) gradients.get(i).dim()];
            Arrays.fill(shape, 1);
            if (models > 1) {
                shape[0] = models;
            }
            scaled[i] = gradients.get(i).mul(factor.view(shape));
        }
        return new TensorVector(scaled);
    }
}
