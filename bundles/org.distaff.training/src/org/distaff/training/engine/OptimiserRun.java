package org.distaff.training.engine;

import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.distaff.training.optimiser.Adagrad;
import org.distaff.training.optimiser.Adam;
import org.distaff.training.optimiser.Lars;
import org.distaff.training.optimiser.Optimiser;
import org.distaff.training.optimiser.Sgd;

/** An optimiser at work on some parameters. Called without a gradient tape, inside a PointerScope. */
interface OptimiserRun extends AutoCloseable {

    /**
     * One update of all parameters.
     *
     * @param number    which one, from 1 on
     * @param gradients one per parameter
     * @param factor    scales the learning rate
     */
    void step(long number, TensorVector gradients, double factor);

    /** What it remembers between updates, for checkpoints. */
    List<Tensor> state();

    @Override
    default void close() {
        state().forEach(Tensor::close);
    }

    /** @param models how many models lie along the parameters' first axis; 1 means that there is no such axis */
    static OptimiserRun of(Optimiser optimiser, List<Tensor> parameters, int models) {
        return switch (optimiser) {
            case Adam adam -> new FusedAdam(adam, parameters);
            case Adagrad adagrad -> new AdagradRun(adagrad, parameters);
            case Sgd sgd -> new MomentumRun(parameters, sgd.momentum(),
                    (p, g) -> decayed(p, g, sgd.weightDecay()), p -> sgd.learningRate());
            case Lars lars -> LarsRule.run(lars, parameters, models);
        };
    }

    /** The gradient with a share of the weight. */
    static Tensor decayed(Tensor parameter, Tensor gradient, double decay) {
        return decay == 0 ? gradient : gradient.add(parameter, new Scalar(decay));
    }
}
