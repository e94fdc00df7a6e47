package org.distaff.training.engine;

import java.util.List;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1) in libtorch's fused kernel, one pass over all parameters. The kernel has no
 * binding of its own and is reached by its schema's name.
 */
final class FusedAdam implements AutoCloseable {

    private final Adam settings;
    private final List<Tensor> parameters;
    private final List<Tensor> means;
    private final List<Tensor> squares;
    private final List<Tensor> steps;
    private final OperatorHandle kernel;

    FusedAdam(Adam settings, List<Tensor> parameters) {
        this.settings = settings;
        this.parameters = parameters;
        this.means = parameters.stream().map(torch::zeros_like).toList();
        this.squares = parameters.stream().map(torch::zeros_like).toList();
        this.steps = parameters.stream().map(p -> torch.zeros()).toList();
        this.kernel = Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
    }

    /** First moments, for checkpoints. */
    List<Tensor> means() {
        return means;
    }

    /** Second moments, for checkpoints. */
    List<Tensor> squares() {
        return squares;
    }

    /** Continues after that many steps; the moments are set by their owner. */
    void resume(long step) {
        try (NoGradGuard guard = new NoGradGuard()) {
            steps.forEach(s -> s.fill_(new Scalar((double) step)));
        }
    }

    /** One update of all parameters; call it inside a PointerScope. */
    void step(TensorVector gradients) {
        try (NoGradGuard guard = new NoGradGuard()) {
            Scalar one = new Scalar(1.0);
            steps.forEach(s -> s.add_(one));
            IValueVector stack = new IValueVector();
            stack.push_back(list(parameters.toArray(Tensor[]::new)));
            stack.push_back(list(gradients.get()));
            stack.push_back(list(means.toArray(Tensor[]::new)));
            stack.push_back(list(squares.toArray(Tensor[]::new)));
            stack.push_back(list());
            stack.push_back(list(steps.toArray(Tensor[]::new)));
            stack.push_back(new IValue(settings.learningRate()));
            stack.push_back(new IValue(settings.beta1()));
            stack.push_back(new IValue(settings.beta2()));
            stack.push_back(new IValue(0.0)); // weight decay
            stack.push_back(new IValue(settings.epsilon()));
            stack.push_back(new IValue(false)); // amsgrad
            stack.push_back(new IValue(false)); // maximise
            stack.push_back(new IValue()); // no gradient scale
            stack.push_back(new IValue()); // no overflow flag
            kernel.callBoxed(stack);
        }
    }

    private static IValue list(Tensor... tensors) {
        // the cast chooses the constructor that makes a type pointer; the other reinterprets the address
        GenericList list = new GenericList(new Type.TypePtr((Type) TensorType.get()));
        for (Tensor tensor : tensors) {
            list.push_back(new IValue(tensor));
        }
        return new IValue(list);
    }

    @Override
    public void close() {
        means.forEach(Tensor::close);
        squares.forEach(Tensor::close);
        steps.forEach(Tensor::close);
    }
}
