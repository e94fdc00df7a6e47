package org.distaff.training.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.network.Layer;

/**
 * Whether libtorch's own convolution can be trusted. On some AVX-512 processors its kernels for a few channels return
 * wrong values and gradients, without an error, for some shapes; so each shape in use is compared once per process with
 * {@link Patches}.
 */
final class KernelCheck {

    /** Far above what another order of summation changes in float32, far below what a wrong kernel does. */
    private static final double TOLERANCE = 1e-3;

    private static final int BATCH = 2;

    private static final Map<Shape, Boolean> RIGHT = new ConcurrentHashMap<>();

    private KernelCheck() {
    }

    /** What libtorch chooses a kernel by, besides the batch. */
    private record Shape(Layer layer, List<Long> image, long groups) {
    }

    /** The fast one of two ways to compute a layer, if it is right for values like {@code x}. */
    static Kernel choose(Layer layer, Tensor x, Tensor weight, long groups, Kernel fast, Kernel patches) {
        if (!x.is_cpu() || x.scalar_type().intern() != torch.ScalarType.Float) {
            return fast;
        }
        Shape shape = new Shape(layer, List.of(x.size(1), x.size(2), x.size(3)), groups);
        return RIGHT.computeIfAbsent(shape, s -> agree(s, weight.shape(), fast, patches)) ? fast : patches;
    }

    private static boolean agree(Shape shape, long[] weight, Kernel fast, Kernel patches) {
        try (PointerScope scope = new PointerScope(); AutoGradMode gradients = new AutoGradMode(true)) {
            Tensor x = waves(BATCH, shape.image().get(0), shape.image().get(1), shape.image().get(2));
            Tensor w = waves(weight);
            Tensor[] found = derivatives(fast, x, w, shape.groups());
            Tensor[] expected = derivatives(patches, x, w, shape.groups());
            for (int i = 0; i < expected.length; i++) {
                double difference = found[i].sub(expected[i]).norm().item_double();
                if (!(difference <= TOLERANCE * expected[i].norm().item_double())) { // NaN is wrong, too
                    return false;
                }
            }
            return true;
        }
    }

    /** The output, and the derivatives of a sum of it by input and weight. */
    private static Tensor[] derivatives(Kernel kernel, Tensor x, Tensor weight, long groups) {
        Tensor y = kernel.apply(x, weight, new TensorOptional(), groups);
        TensorVector gradients = torch.grad(new TensorVector(y.mul(waves(y.shape())).sum()),
                new TensorVector(x, weight));
        return new Tensor[] {y.detach(), gradients.get(0), gradients.get(1)};
    }

    /** Numbers between -1 and 1 without a pattern that a wrong kernel could keep. */
    private static Tensor waves(long... shape) {
        long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return torch.arange(new Scalar((double) count)).mul(new Scalar(2.399963)).sin().view(shape)
                .set_requires_grad(true);
    }
}
