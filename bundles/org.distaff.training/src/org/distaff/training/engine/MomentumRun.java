package org.distaff.training.engine;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** {@code v ← μ v + g'}, {@code θ ← θ − η v}: {@code Sgd} and {@code Lars}, which differ in g' and η. */
final class MomentumRun implements OptimiserRun {

    private final List<Tensor> parameters;
    private final List<Tensor> velocities;
    private final double momentum;
    private final BinaryOperator<Tensor> direction;
    private final ToDoubleFunction<Tensor> rate;

    /**
     * @param direction parameter and gradient → g'
     * @param rate      parameter → η
     */
    MomentumRun(List<Tensor> parameters, double momentum, BinaryOperator<Tensor> direction,
            ToDoubleFunction<Tensor> rate) {
        this.parameters = parameters;
        this.momentum = momentum;
        this.direction = direction;
        this.rate = rate;
        this.velocities = momentum == 0 ? List.of() : parameters.stream().map(torch::zeros_like).toList();
    }

    @Override
    public void step(long number, TensorVector gradients, double factor) {
        for (int i = 0; i < parameters.size(); i++) {
            Tensor parameter = parameters.get(i);
            Tensor way = direction.apply(parameter, gradients.get(i));
            if (momentum != 0) {
                way = velocities.get(i).mul_(new Scalar(momentum)).add_(way);
            }
            parameter.add_(way, new Scalar(-rate.applyAsDouble(parameter) * factor));
        }
    }

    @Override
    public List<Tensor> state() {
        return velocities;
    }
}
