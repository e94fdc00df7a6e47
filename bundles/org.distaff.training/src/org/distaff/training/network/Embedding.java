package org.distaff.training.network;

import java.util.List;

import org.distaff.training.network.Weight.Start;

/** Rows of a table [count, width]: [n] indices in [0, count) → [n, width]. Indices may be whole float32 numbers. */
public record Embedding(int count, int width) implements Layer {

    @Override
    public int[] output(int[] input) {
        Weight.require(input.length == 1, this, input);
        return new int[] {input[0], width};
    }

    @Override
    public List<Weight> weights() {
        return List.of(Weight.trained("table", Start.NORMAL, 1, count, width));
    }
}
