package org.distaff.training.network;

import java.util.List;

/**
 * An invertible step of a normalising flow (Dinh, Sohl-Dickstein and Bengio, Density Estimation Using Real NVP, ICLR
 * 2017, eq. 7 and 8): one half a of the features passes, the other becomes {@code b ⊙ exp(s(a)) + t(a)}. The last
 * number of an example carries ln |det J| along: [features + 1] → [features + 1], so a flow starts with a 0 there.
 *
 * @param features number of features, without the determinant
 * @param swapped  whether the second half passes; of an odd number, the first half is the smaller one
 * @param body     layers of s and t together: [passing] → [2 · changed], s first
 */
public record AffineCoupling(int features, boolean swapped, List<Layer> body) implements Layer {

    public AffineCoupling {
        body = List.copyOf(body);
    }

    /** Where the second half begins. */
    public int split() {
        return features / 2;
    }

    @Override
    public int[] output(int[] input) {
        Weight.require(input.length == 1 && input[0] == features + 1 && features > 1, this, input);
        int passing = swapped ? features - split() : split();
        int[] made = Network.outputOf(new int[] {passing}, body);
        Weight.require(made.length == 1 && made[0] == 2 * (features - passing), this, input);
        return input;
    }

    @Override
    public List<Weight> weights() {
        return Network.weightsOf(body);
    }
}
