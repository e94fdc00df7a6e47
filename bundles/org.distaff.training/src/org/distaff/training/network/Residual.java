package org.distaff.training.network;

import java.util.Arrays;
import java.util.List;

/** y = x + body(x) (He et al., Deep Residual Learning for Image Recognition, CVPR 2016, eq. 1). */
public record Residual(List<Layer> body) implements Layer {

    public Residual {
        body = List.copyOf(body);
    }

    @Override
    public int[] output(int[] input) {
        Weight.require(Arrays.equals(input, Network.outputOf(input, body)), this, input);
        return input;
    }

    @Override
    public List<Weight> weights() {
        return Network.weightsOf(body);
    }
}
