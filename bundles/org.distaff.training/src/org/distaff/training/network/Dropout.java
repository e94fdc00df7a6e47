package org.distaff.training.network;

/**
 * In training-mode passes each number is 0 with probability {@code rate} and otherwise divided by 1 − rate; at other
 * times nothing happens (Srivastava et al., Dropout, JMLR 2014, §10 scaled as usual now).
 *
 * @param rate in [0, 1)
 */
public record Dropout(double rate) implements Layer {

    @Override
    public int[] output(int[] input) {
        Weight.require(rate >= 0 && rate < 1, this, input);
        return input;
    }
}
