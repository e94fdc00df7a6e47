package org.distaff.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;

/** A network with its parameters in libtorch. Its tensors live until {@link #close()}. */
public final class TensorNetwork implements AutoCloseable {

    private final Network network;
    private final List<Tensor> parameters;

    private TensorNetwork(Network network, List<Tensor> parameters) {
        this.network = network;
        this.parameters = parameters;
    }

    /** @param values the parameters' values in the order of {@link Network#parameterShapes()} */
    public static TensorNetwork of(Network network, List<float[]> values) {
        return of(network, values, torch.ScalarType.Float);
    }

    /** The same at another precision; float64 is for checking gradients. */
    public static TensorNetwork of(Network network, List<float[]> values, torch.ScalarType precision) {
        List<long[]> shapes = network.parameterShapes();
        List<Tensor> tensors = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            for (int i = 0; i < shapes.size(); i++) {
                Tensor given = torch.from_blob(new FloatPointer(values.get(i)), shapes.get(i));
                Tensor owned = given.clone().to(precision).set_requires_grad(true);
                owned.retainReference(); // outlives the scope, until close()
                tensors.add(owned);
            }
        }
        return new TensorNetwork(network, List.copyOf(tensors));
    }

    public Network network() {
        return network;
    }

    /** Leaf tensors, in the order of {@link Network#parameterShapes()}. */
    public List<Tensor> parameters() {
        return parameters;
    }

    /** Copies the parameters' values out. */
    public List<float[]> values() {
        return parameters.stream().map(TensorNetwork::values).toList();
    }

    static float[] values(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        new FloatPointer(tensor.data_ptr()).get(values);
        return values;
    }

    /** Which weight is not finite, in words, if one is. */
    Optional<String> notFinite() {
        for (float[] each : values()) {
            for (float value : each) {
                if (!Float.isFinite(value)) {
                    return Optional.of("a weight of the " + network.name() + " is " + value);
                }
            }
        }
        return Optional.empty();
    }

    /** @param input [N, …] of the network's input shape */
    public Tensor forward(Tensor input) {
        Tensor value = input;
        int next = 0;
        for (Layer layer : network.layers()) {
            value = apply(layer, value, next);
            next += layer.parameters().size();
        }
        return value;
    }

    private Tensor apply(Layer layer, Tensor x, int first) {
        return switch (layer) {
            case Layer.Dense d -> torch.linear(x, parameters.get(first), bias(first));
            case Layer.Convolution c -> torch.conv2d(x, parameters.get(first), bias(first), pair(c.stride()),
                    pair(c.padding()), pair(1), 1);
            case Layer.TransposedConvolution c -> torch.conv_transpose2d(x, parameters.get(first), bias(first),
                    pair(c.stride()), pair(c.padding()), pair(c.outputPadding()), 1, pair(1));
            case Layer.Activation a -> switch (a.function()) {
                case RELU -> torch.relu(x);
                case LEAKY_RELU -> torch.leaky_relu(x, new Scalar(Layer.LEAKY_SLOPE));
                case TANH -> torch.tanh(x);
                case SIGMOID -> torch.sigmoid(x);
            };
            case Layer.Flatten f -> torch.flatten(x, 1, -1);
            case Layer.Reshape r -> torch.reshape(x, -1, r.channels(), r.height(), r.width());
        };
    }

    private TensorOptional bias(int first) {
        return new TensorOptional(parameters.get(first + 1));
    }

    private static long[] pair(long value) {
        return new long[] {value, value};
    }

    @Override
    public void close() {
        parameters.forEach(Tensor::close);
    }
}
