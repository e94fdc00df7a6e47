package org.distaff.training.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.progress.Cancelled;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Terms;

/** The optimisation loop of one objective with one optimiser. */
public final class Trainer {

    /** A run that is killed loses at most this much of its work. */
    private static final long CHECKPOINT_NANOS = 20_000_000_000L;

    /** Steps between two reports. */
    private static final int REPORT = 10;

    private Trainer() {
    }

    /**
     * Minimises an objective over networks and writes {@code training.csv}. A checkpoint in the context's folder is
     * continued; when the user cancels, one is left there.
     *
     * @param networks    the networks whose parameters are optimised
     * @param latents     width of the noise each observation gets
     * @param fingerprint everything that determines the outcome, in words
     * @throws Problem when a loss term or a weight is no longer finite
     */
    public static void train(TrainingContext context, Objective objective, List<TensorNetwork> networks, int latents,
            Adam adam, String fingerprint) throws IOException {
        List<Tensor> parameters = networks.stream().flatMap(n -> n.parameters().stream()).toList();
        int steps = context.settings().steps();
        Curves curves = new Curves(objective.parts(), steps);
        Checkpoint checkpoint = new Checkpoint(context.folder(), fingerprint);
        try (FusedAdam optimiser = new FusedAdam(adam, parameters);
                BatchStream batches = new BatchStream(context.dataset(), context.seed(), context.settings().batch(),
                        latents)) {
            List<Tensor> state = new ArrayList<>(parameters);
            state.addAll(optimiser.means());
            state.addAll(optimiser.squares());
            long step = checkpoint.load(state, curves);
            long first = step;
            long started = System.nanoTime();
            long saved = started;
            while (step < steps) {
                if (context.progress().cancelled()) {
                    checkpoint.save(step, state, curves);
                    throw new Cancelled();
                }
                step++;
                double[] values = step(objective, parameters, optimiser, batches, step);
                check(values, objective.parts(), step);
                curves.add(step, values);
                if (step % REPORT == 0 || step == steps) {
                    double seconds = (System.nanoTime() - started) / 1e9;
                    context.progress().report((double) step / steps, String.format(Locale.ROOT,
                            "step %d of %d, loss %.2f, %.0f steps/s", step, steps, values[0], (step - first) / seconds));
                }
                if (System.nanoTime() - saved > CHECKPOINT_NANOS) {
                    checkpoint.save(step, state, curves);
                    saved = System.nanoTime();
                }
            }
            checkFinite(networks, steps);
        }
        curves.write(context.folder().resolve("training.csv"));
        checkpoint.delete();
    }

    private static double[] step(Objective objective, List<Tensor> parameters, FusedAdam optimiser, BatchStream batches,
            long step) {
        try (PointerScope scope = new PointerScope()) {
            Terms terms = objective.evaluate(batches.batch(step));
            TensorVector gradients = torch.grad(new TensorVector(terms.loss()),
                    new TensorVector(parameters.toArray(Tensor[]::new)));
            optimiser.step(step, gradients);
            double[] values = new double[objective.parts().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = terms.parts().get(objective.parts().get(i)).item_float();
            }
            return values;
        }
    }

    private static void check(double[] values, List<String> names, long step) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw diverged(step, names.get(i) + " is " + values[i]);
            }
        }
    }

    /** The last update is followed by no loss that would tell. */
    private static void checkFinite(List<TensorNetwork> networks, long step) {
        for (TensorNetwork network : networks) {
            for (float[] values : network.values()) {
                for (float value : values) {
                    if (!Float.isFinite(value)) {
                        throw diverged(step, "a weight of the " + network.network().name() + " is " + value);
                    }
                }
            }
        }
    }

    private static Problem diverged(long step, String what) {
        return Problem.never("Training diverged at step " + step + ": " + what
                + "; use a smaller learning rate or weaker regularisation.");
    }
}
