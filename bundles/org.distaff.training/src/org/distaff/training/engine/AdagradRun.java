package org.distaff.training.engine;

import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.optimiser.Adagrad;

/** {@link Adagrad} at work. */
final class AdagradRun implements OptimiserRun {

    private final Adagrad settings;
    private final List<Tensor> parameters;
    private final List<Tensor> sums;

    AdagradRun(Adagrad settings, List<Tensor> parameters) {
        this.settings = settings;
        this.parameters = parameters;
        this.sums = parameters.stream().map(p -> torch.full_like(p, new Scalar(settings.initial()))).toList();
    }

    @Override
    public void step(long number, TensorVector gradients, double factor) {
        Scalar rate = new Scalar(-settings.learningRate() * factor);
        for (int i = 0; i < parameters.size(); i++) {
            Tensor gradient = OptimiserRun.decayed(parameters.get(i), gradients.get(i), settings.weightDecay());
            sums.get(i).addcmul_(gradient, gradient);
            Tensor root = torch.sqrt(sums.get(i)).add_(new Scalar(settings.epsilon()));
            parameters.get(i).addcdiv_(gradient, root, rate);
        }
    }

    @Override
    public List<Tensor> state() {
        return sums;
    }
}
