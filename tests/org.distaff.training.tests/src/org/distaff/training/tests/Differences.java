package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Supplier;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Holds gradients against central differences, in float64. */
public final class Differences {

    private static final double H = 1e-5;

    private Differences() {
    }

    /**
     * Compares up to so many derivatives of each tensor. Central differences have an error of h² = 1e-10 times a third
     * derivative, and of the loss's rounding, 1e-16 of it, divided by h.
     *
     * @param moved     contiguous leaves of float64
     * @param loss      computes the loss anew from what stands in them
     * @param tolerance relative to 1 + the derivative
     * @return how many of the derivatives are not 0
     */
    public static int check(List<Tensor> moved, Supplier<Tensor> loss, int most, double tolerance) {
        int found = 0;
        try (PointerScope scope = new PointerScope()) {
            TensorVector gradients = torch.grad(new TensorVector(loss.get()),
                    new TensorVector(moved.toArray(Tensor[]::new)), new TensorVector(), new BoolOptional(false), false,
                    true);
            for (int p = 0; p < moved.size(); p++) {
                Tensor gradient = gradients.get(p);
                double[] values = new double[(int) moved.get(p).numel()];
                if (gradient.defined()) {
                    new DoublePointer(gradient.contiguous().data_ptr()).get(values);
                }
                DoublePointer data = new DoublePointer(moved.get(p).data_ptr());
                for (int i = 0; i < values.length; i += Math.ceilDiv(values.length, most)) {
                    double numeric = difference(data, i, loss);
                    assertEquals(numeric, values[i], tolerance * (1 + Math.abs(numeric)), "tensor " + p + ":" + i);
                    found += numeric == 0 ? 0 : 1;
                }
            }
        }
        return found;
    }

    private static double difference(DoublePointer data, int i, Supplier<Tensor> loss) {
        double before = data.get(i);
        try (PointerScope scope = new PointerScope()) {
            data.put(i, before + H);
            double above = loss.get().item_double();
            data.put(i, before - H);
            double below = loss.get().item_double();
            data.put(i, before);
            return (above - below) / (2 * H);
        }
    }
}
