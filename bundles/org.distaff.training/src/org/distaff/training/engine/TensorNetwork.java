package org.distaff.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.Network;
import org.distaff.training.network.Weight;

/**
 * A network with its weights in libtorch: of one model, or of M models of equal architecture that train together, whose
 * tensors then have a leading axis of M. Its tensors live until {@link #close()}.
 */
public final class TensorNetwork implements AutoCloseable {

    private final Network network;
    private final int models;
    private final List<Tensor> weights;
    private final List<Generator> generators;
    private Mode mode = Mode.TRAIN;

    private TensorNetwork(Network network, int models, List<Tensor> weights) {
        this.network = network;
        this.models = models;
        this.weights = weights;
        this.generators = IntStream.range(0, models).mapToObj(m -> torch.make_generator_cpu(m)).toList();
        generators.forEach(generator -> generator.retainReference());
    }

    /** @param values the weights' values in the order of {@link Network#weights()} */
    public static TensorNetwork of(Network network, List<float[]> values) {
        return of(network, values, torch.ScalarType.Float);
    }

    /** The same at another precision; float64 is for checking gradients. */
    public static TensorNetwork of(Network network, List<float[]> values, torch.ScalarType precision) {
        return together(network, List.of(values), precision);
    }

    /**
     * The same network for several models.
     *
     * @param values values of each model
     */
    public static TensorNetwork together(Network network, List<List<float[]>> values, torch.ScalarType precision) {
        int models = values.size();
        List<Weight> described = network.weights();
        List<Tensor> tensors = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            for (int i = 0; i < described.size(); i++) {
                Tensor[] each = new Tensor[models];
                for (int m = 0; m < models; m++) {
                    each[m] = torch.from_blob(new FloatPointer(values.get(m).get(i)), described.get(i).dimensions());
                }
                Tensor given = models == 1 ? each[0].clone() : torch.stack(new TensorVector(each));
                tensors.add(owned(given.to(precision), described.get(i)));
            }
        }
        return new TensorNetwork(network, models, tensors);
    }

    private static Tensor owned(Tensor tensor, Weight weight) {
        if (weight.trained()) {
            tensor.set_requires_grad(true);
        }
        tensor.retainReference(); // outlives the scope, until close()
        return tensor;
    }

    public Network network() {
        return network;
    }

    /** Number of models M whose weights these are. */
    public int models() {
        return models;
    }

    /** What optimisers move: leaf tensors, in the order of {@link Network#weights()}. */
    public List<Tensor> parameters() {
        return weights.stream().filter(Tensor::requires_grad).toList();
    }

    /** All tensors, also the statistics, in the order of {@link Network#weights()}. */
    public List<Tensor> weights() {
        return List.copyOf(weights);
    }

    /** Copies the values of the only model out. */
    public List<float[]> values() {
        return values(0);
    }

    /** Copies the values of one of the models out. */
    public List<float[]> values(int model) {
        return weights.stream().map(tensor -> values(models == 1 ? tensor : tensor.select(0, model))).toList();
    }

    private static float[] values(Tensor tensor) {
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            Tensor here = tensor.detach().cpu().to(torch.ScalarType.Float).contiguous();
            float[] values = new float[Math.toIntExact(here.numel())];
            new FloatPointer(here.data_ptr()).get(values);
            return values;
        }
    }

    /** Which weight of a model is not finite, in words, if one is. */
    Optional<String> notFinite(int model) {
        for (float[] each : values(model)) {
            for (float value : each) {
                if (!Float.isFinite(value)) {
                    return Optional.of("a weight of the " + network.name() + " is " + value);
                }
            }
        }
        return Optional.empty();
    }

    /** How {@link #forward(Tensor)} treats layers that learn otherwise than they work; at first {@link Mode#TRAIN}. */
    public void mode(Mode now) {
        mode = now;
    }

    /** Starts the streams of dropout anew, one seed per model. */
    void reseed(long[] seeds) {
        for (int m = 0; m < models; m++) {
            generators.get(m).set_current_seed(seeds[m]);
        }
    }

    /** Moves the weights to a device. */
    void moveTo(Device device) {
        for (int i = 0; i < weights.size(); i++) {
            Tensor old = weights.get(i);
            try (PointerScope scope = new PointerScope()) {
                weights.set(i, owned(old.detach().to(device, old.scalar_type()), network.weights().get(i)));
            }
            old.close();
        }
    }

    /** @param input [B, …] of the network's input shape, or [M, B, …] */
    public Tensor forward(Tensor input) {
        return forward(input, mode);
    }

    /** The same in a mode of its own. */
    public Tensor forward(Tensor input, Mode how) {
        return new Pass(how, models, generators).through(network.layers(), input, weights);
    }

    @Override
    public void close() {
        weights.forEach(Tensor::close);
        generators.forEach(Generator::close);
    }
}
