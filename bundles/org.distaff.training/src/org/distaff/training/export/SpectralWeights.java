package org.distaff.training.export;

import java.util.ArrayList;
import java.util.List;

import org.distaff.training.network.SpectralNorm;

/** Spectrally normalised weights as plain ones. */
final class SpectralWeights {

    private SpectralWeights() {
    }

    /** The weights of the layer inside, the first divided by uᵀ W v. */
    static List<float[]> divided(SpectralNorm norm, List<float[]> w) {
        List<Integer> shape = norm.weights().get(0).shape();
        float[] weight = w.get(0);
        float[] left = w.get(w.size() - 2);
        float[] right = w.get(w.size() - 1);
        int second = shape.get(1);
        int inner = weight.length / shape.get(0) / second; // values after the first two axes
        double sigma = 0;
        for (int i = 0; i < weight.length; i++) {
            int row = i / inner / second;
            int column = i / inner % second;
            int rest = i % inner;
            boolean turned = norm.outputAxis() == 1;
            int output = turned ? column : row;
            int input = (turned ? row : column) * inner + rest;
            sigma += (double) left[output] * weight[i] * right[input];
        }
        float[] divided = new float[weight.length];
        for (int i = 0; i < weight.length; i++) {
            divided[i] = (float) (weight[i] / sigma);
        }
        List<float[]> plain = new ArrayList<>(w.subList(0, w.size() - 2));
        plain.set(0, divided);
        return plain;
    }
}
