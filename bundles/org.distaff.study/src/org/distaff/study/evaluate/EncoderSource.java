package org.distaff.study.evaluate;

import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Representation;
import org.distaff.onnx.session.Encoder;

/** Codes of an encoder that looks at a data set: posterior means, or samples of the posterior. */
public final class EncoderSource implements CodeSource {

    /** @param sampled whether codes are drawn from the posterior instead of being its mean */
    public EncoderSource(Dataset dataset, Encoder encoder, boolean sampled) {
        throw new IllegalStateException("stub");
    }

    @Override
    public FactorSpace space() {
        throw new IllegalStateException("stub");
    }

    @Override
    public int latents() {
        throw new IllegalStateException("stub");
    }

    @Override
    public Representation sample(int points, RandomGenerator random) {
        throw new IllegalStateException("stub");
    }

    @Override
    public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
        throw new IllegalStateException("stub");
    }
}
