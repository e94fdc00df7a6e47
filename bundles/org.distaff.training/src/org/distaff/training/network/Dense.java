package org.distaff.training.network;

import java.util.List;

/**
 * y = W x + b; W is [out, in]. Applied to a sequence, to each of its times.
 *
 * @param bias whether there is b
 */
public record Dense(int in, int out, boolean bias) implements Layer {

    /** With b. */
    public Dense(int in, int out) {
        this(in, out, true);
    }

    @Override
    public int[] output(int[] input) {
        Weight.require(input.length > 0 && input.length < 3 && input[input.length - 1] == in, this, input);
        return input.length == 1 ? new int[] {out} : new int[] {input[0], out};
    }

    @Override
    public List<Weight> weights() {
        Weight weight = Weight.weight(in, out, out, in);
        return bias ? List.of(weight, Weight.bias(in, out)) : List.of(weight);
    }
}
