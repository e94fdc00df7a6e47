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
    private final List<Tensor> means;
    private final List<Tensor> squares;
    private final Tensor step;
    private final OperatorHandle kernel;
    /** What the kernel takes besides gradients, boxed once: tiny networks would feel it in every step. */
    private final List<IValue> kept;

    FusedAdam(Adam settings, List<Tensor> parameters) {
        this.settings = settings;
        this.means = parameters.stream().map(torch::zeros_like).toList();
        this.squares = parameters.stream().map(torch::zeros_like).toList();
        this.step = parameters.isEmpty() ? torch.zeros() // CUDA's kernel reads it where the parameters are
                : torch.zeros().to(parameters.get(0).device(), torch.ScalarType.Float);
        this.kernel = Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
        this.kept = List.of(list(parameters), list(means), list(squares),
                list(new TensorVector()), // largest second moments, of the amsgrad variant only
                list(Collections.nCopies(parameters.size(), step)));
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
        stack.push_back(kept.get(0));
        stack.push_back(list(gradients));
        kept.subList(1, kept.size()).forEach(stack::push_back);
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
        kept.forEach(IValue::close);
        state().forEach(Tensor::close);
        step.close();
        kernel.close();
    }
}
