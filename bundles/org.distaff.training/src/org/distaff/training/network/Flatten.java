package org.distaff.training.network;

import java.util.Arrays;

/** [c, h, w] → [c·h·w]. */
public record Flatten() implements Layer {

    @Override
    public int[] output(int[] input) {
        return new int[] {Arrays.stream(input).reduce(1, Math::multiplyExact)};
    }
}
