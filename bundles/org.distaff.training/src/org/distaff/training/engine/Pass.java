package org.distaff.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.Activation;
import org.distaff.training.network.AffineCoupling;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.Concatenation;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Dropout;
import org.distaff.training.network.Embedding;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Recurrent;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.Residual;
import org.distaff.training.network.SpectralNorm;
import org.distaff.training.network.TransposedConvolution;

/**
 * One pass through layers. Values are [B, …], or [M, B, …] where M models go side by side; weights then have a leading
 * axis of M as well.
 */
record Pass(Mode mode, int models, List<Generator> generators) {

    /** Runs layers one after the other on their weights, which stand in the layers' order. */
    Tensor through(List<Layer> layers, Tensor input, List<Tensor> weights) {
        Tensor value = input;
        int next = 0;
        for (Layer layer : layers) {
            int count = layer.weights().size();
            value = apply(layer, value, weights.subList(next, next + count));
            next += count;
        }
        return value;
    }

    private Tensor apply(Layer layer, Tensor x, List<Tensor> w) {
        return switch (layer) {
            case Dense dense -> LinearLayers.dense(this, x, w);
            case Convolution convolution -> LinearLayers.convolution(this, convolution, x, w);
            case TransposedConvolution convolution -> LinearLayers.transposed(this, convolution, x, w);
            case SpectralNorm norm -> apply(norm.layer(), x, NormLayers.spectral(this, norm, w));
            case BatchNorm norm -> NormLayers.batch(this, norm, x, w);
            case Recurrent recurrent -> each(x, w, (one, own) -> SequenceLayers.recurrent(recurrent, one, own));
            case Embedding embedding -> each(x, w, SequenceLayers::embedding);
            case AffineCoupling coupling -> coupling(coupling, x, w);
            case Residual residual -> x.add(through(residual.body(), x, w));
            case Concatenation both -> torch.cat(new TensorVector(x, through(both.body(), x, w)), examples());
            case Dropout dropout -> dropout(dropout, x);
            case Activation activation -> activation(activation, x);
            case Flatten flatten -> torch.flatten(x, examples(), -1);
            case Reshape r -> x.unflatten(-1, r.channels(), r.height(), r.width());
        };
    }

    /** The first axis of an example. */
    private int examples() {
        return models == 1 ? 1 : 2;
    }

    /** Goes through a layer one model after the other. */
    private Tensor each(Tensor x, List<Tensor> w, BiFunction<Tensor, List<Tensor>, Tensor> layer) {
        if (models == 1) {
            return layer.apply(x, w);
        }
        Tensor[] made = new Tensor[models];
        for (int m = 0; m < models; m++) {
            int model = m;
            made[m] = layer.apply(x.select(0, m), w.stream().map(weight -> weight.select(0, model)).toList());
        }
        return torch.stack(new TensorVector(made));
    }

    private Tensor coupling(AffineCoupling coupling, Tensor x, List<Tensor> w) {
        int split = coupling.split();
        Tensor first = x.narrow(-1, 0, split);
        Tensor second = x.narrow(-1, split, coupling.features() - split);
        Tensor passing = coupling.swapped() ? second : first;
        Tensor changing = coupling.swapped() ? first : second;
        Tensor both = through(coupling.body(), passing, w);
        Tensor scale = both.narrow(-1, 0, changing.size(-1));
        Tensor shift = both.narrow(-1, changing.size(-1), changing.size(-1));
        Tensor changed = changing.mul(torch.exp(scale)).add(shift);
        Tensor determinant = x.narrow(-1, coupling.features(), 1).add(scale.sum(-1).unsqueeze(-1));
        return torch.cat(coupling.swapped() ? new TensorVector(changed, passing, determinant)
                : new TensorVector(passing, changed, determinant), -1);
    }

    /** Masks are drawn on the CPU: a model's are the same on every device, and whatever trains beside it. */
    private Tensor dropout(Dropout dropout, Tensor x) {
        if (mode == Mode.EVALUATE || dropout.rate() == 0) {
            return x;
        }
        double kept = 1 - dropout.rate();
        long[] shape = x.shape();
        long[] own = models == 1 ? shape : Arrays.copyOfRange(shape, 1, shape.length);
        List<Tensor> masks = new ArrayList<>();
        for (int m = 0; m < models; m++) {
            masks.add(torch.empty(own).bernoulli_(kept, new GeneratorOptional(generators.get(m))));
        }
        Tensor mask = models == 1 ? masks.get(0) : torch.stack(new TensorVector(masks.toArray(Tensor[]::new)));
        return x.mul(mask.to(x.device(), x.scalar_type())).mul(new Scalar(1 / kept));
    }

    private static Tensor activation(Activation activation, Tensor x) {
        Scalar slope = new Scalar(activation.slope());
        return switch (activation.function()) {
            case RELU -> torch.relu(x);
            case LEAKY_RELU -> torch.leaky_relu(x, slope);
            case ELU -> torch.elu(x, slope, new Scalar(1.0), new Scalar(1.0));
            case TANH -> torch.tanh(x);
            case SIGMOID -> torch.sigmoid(x);
            case SOFTPLUS -> torch.softplus(x);
            case XTANH -> torch.tanh(x).add(x, slope);
            case IDENTITY -> x;
            case SOFTMAX -> torch.softmax(x, -1);
        };
    }
}
