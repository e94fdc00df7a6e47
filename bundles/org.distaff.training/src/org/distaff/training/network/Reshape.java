package org.distaff.training.network;

/** [c·h·w] → [c, h, w]. */
public record Reshape(int channels, int height, int width) implements Layer {

    @Override
    public int[] output(int[] input) {
        Weight.require(input.length == 1 && input[0] == channels * height * width, this, input);
        return new int[] {channels, height, width};
    }
}
