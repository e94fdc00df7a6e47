package org.distaff.training.engine;

import java.util.List;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.distaff.training.optimiser.Adam;
import org.distaff.training.optimiser.Optimiser;

/** An optimiser at work on some parameters. Called without a gradient tape, inside a PointerScope. */
interface OptimiserRun extends AutoCloseable {

    /**
     * One update of all parameters.
     *
     * @param number    which one, from 1 on
     * @param gradients one per parameter
     * @param rate      step size
     */
    void step(long number, TensorVector gradients, double rate);

    /** What it remembers between updates, for checkpoints. */
    List<Tensor> state();

    @Override
    default void close() {
        state().forEach(Tensor::close);
    }

    static OptimiserRun of(Optimiser optimiser, List<Tensor> parameters) {
        return switch (optimiser) {
            case Adam adam -> new FusedAdam(adam, parameters);
            default -> throw new IllegalArgumentException("no " + optimiser);
        };
    }
}
