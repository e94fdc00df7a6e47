package org.distaff.training.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.optimiser.Adam;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1) in libtorch's fused kernel, one pass over all parameters. The kernel has
 * no binding of its own and is reached by its schema's name.
 */
final class FusedAdam implements OptimiserRun {

    private final Adam settings;
    private final List<Tensor> parameters;
    private final List<Tensor> means;
    private final List<Tensor> squares;
    private final Tensor step;
    private final OperatorHandle kernel;

    FusedAdam(Adam settings, List<Tensor> parameters) {
        this.settings = settings;
        this.parameters = parameters;
        this.means = parameters.stream().map(torch::zeros_like).toList();
        this.squares = parameters.stream().map(torch::zeros_like).toList();
        this.step = torch.zeros();
        this.kernel = Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
    }

    @Override
    public List<Tensor> state() {
        List<Tensor> state = new ArrayList<>(means);
        state.addAll(squares);
        return state;
    }

    /** @param number corrects the moments' bias */
    @Override
    public void step(long number, TensorVector gradients, double factor) {
        step.fill_(new Scalar((double) number));
        IValueVector stack = new IValueVector();
        stack.push_back(list(parameters));
        stack.push_back(list(gradients));
        stack.push_back(list(means));
        stack.push_back(list(squares));
        stack.push_back(list(new TensorVector())); // largest second moments, of the amsgrad variant only
        stack.push_back(list(Collections.nCopies(parameters.size(), step)));
        stack.push_back(new IValue(settings.learningRate() * factor));
        stack.push_back(new IValue(settings.beta1()));
        stack.push_back(new IValue(settings.beta2()));
        stack.push_back(new IValue(settings.weightDecay()));
        stack.push_back(new IValue(settings.epsilon()));
        stack.push_back(new IValue(false)); // amsgrad
        stack.push_back(new IValue(false)); // maximise
        stack.push_back(new IValue()); // no gradient scale
        stack.push_back(new IValue()); // no overflow flag
        kernel.callBoxed(stack);
    }

    private static IValue list(List<Tensor> tensors) {
        return list(new TensorVector(tensors.toArray(Tensor[]::new)));
    }

    /** A typed list has the layout of a generic one, which is the only kind the binding boxes. */
    private static IValue list(TensorVector tensors) {
        return new IValue(new GenericList(new TensorList(tensors)));
    }

    @Override
    public void close() {
        state().forEach(Tensor::close);
        step.close();
        kernel.close();
    }
}
