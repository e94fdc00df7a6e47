package org.distaff.training.engine;

import java.util.List;
import java.util.stream.LongStream;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.optimiser.Lars;

/** The direction of {@link Lars}. */
final class LarsRule {

    private LarsRule() {
    }

    static OptimiserRun run(Lars lars, List<Tensor> parameters, int models) {
        int lead = models == 1 ? 0 : 1;
        return new MomentumRun(parameters, lars.momentum(),
                (p, g) -> p.dim() - lead < 2 ? g
                        : scaled(lars, p, OptimiserRun.decayed(p, g, lars.weightDecay()), lead),
                p -> p.dim() - lead < 2 ? lars.biasLearningRate() : lars.learningRate());
    }

    /** Times t‖θ‖/‖g‖ of each model; unscaled where a norm is 0. */
    private static Tensor scaled(Lars lars, Tensor parameter, Tensor gradient, int lead) {
        Tensor weight = norm(parameter, lead);
        Tensor slope = norm(gradient, lead);
        Tensor trust = weight.mul(new Scalar(lars.trust())).div(slope);
        Tensor both = weight.mul(slope).gt(new Scalar(0.0));
        return gradient.mul(torch.where(both, trust, torch.ones_like(trust)));
    }

    /** Euclidean norm over all axes but the models', kept as axes of length 1. */
    static Tensor norm(Tensor tensor, int lead) {
        return tensor.norm(new ScalarOptional(new Scalar(2.0)), LongStream.range(lead, tensor.dim()).toArray(), true);
    }
}
