package org.distaff.training.network;

import java.util.Arrays;
import java.util.List;

/**
 * [x, body(x)] along the first axis, channels or features: one step of a dense block (Huang et al., Densely Connected
 * Convolutional Networks, CVPR 2017, eq. 2).
 */
public record Concatenation(List<Layer> body) implements Layer {

    public Concatenation {
        body = List.copyOf(body);
    }

    @Override
    public int[] output(int[] input) {
        int[] made = Network.outputOf(input, body);
        int[] sum = made.clone();
        Weight.require(made.length == input.length, this, input);
        sum[0] = input[0];
        Weight.require(Arrays.equals(input, sum), this, input);
        sum[0] += made[0];
        return sum;
    }

    @Override
    public List<Weight> weights() {
        return Network.weightsOf(body);
    }
}
