package org.distaff.study.evaluate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.onnx.session.Encoder;

/**
 * Codes of an encoder that looks at a data set: posterior means, or samples of the posterior. Thread-safe.
 *
 * <p>One random generator feeds a call, in this order whatever the chunk size: factor rows, what the factors leave
 * open in the observations, then ε of sampled codes.
 */
public final class EncoderSource implements CodeSource {

    private final Dataset dataset;
    private final BatchEncoder encoder;
    private final ChunkedEncoder chunks;
    private final boolean sampled;

    /**
     * @param sampled whether codes are drawn from the posterior instead of being its mean
     * @throws Problem (input) when the encoder takes observations of another shape, or gives no ln σ² to sample with
     */
    public EncoderSource(Dataset dataset, Encoder encoder, boolean sampled) {
        this(dataset, BatchEncoder.of(encoder), sampled);
    }

    /** The same for an encoder of any engine. */
    public EncoderSource(Dataset dataset, BatchEncoder encoder, boolean sampled) {
        if (!dataset.observation().equals(encoder.observation())) {
            throw Problem.input("The encoder takes observations of " + encoder.observation()
                    + " (height×width×channels), the data set has " + dataset.observation()
                    + "; choose a data set or a resolution that fits.");
        }
        if (sampled && !encoder.hasLogVariance()) {
            throw Problem.input("The encoder gives means only, so its codes cannot be sampled; "
                    + "use the representation 'mean', or export ln σ² as a second output.");
        }
        this.dataset = dataset;
        this.encoder = encoder;
        this.chunks = new ChunkedEncoder(encoder);
        this.sampled = sampled;
    }

    @Override
    public FactorSpace space() {
        return dataset.factors();
    }

    @Override
    public int latents() {
        return encoder.latents();
    }

    @Override
    public Representation sample(int points, RandomGenerator random) {
        return encode(space().sample(points, random), random);
    }

    @Override
    public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
        int[] rows = space().sample(factor.length, random);
        for (int i = 0; i < factor.length; i++) {
            rows[i * space().count() + factor[i]] = value[i];
        }
        return encode(rows, random);
    }

    private Representation encode(int[] rows, RandomGenerator random) {
        int k = space().count();
        ChunkedEncoder.Posterior posterior = chunks.encode(rows.length / k, sampled,
                (from, to, target) -> dataset.observe(Arrays.copyOfRange(rows, from * k, to * k), random, target),
                Progress.NONE);
        double[] codes = sampled ? posterior.samples(random) : posterior.means();
        return new Representation(space(), encoder.latents(), codes, rows);
    }
}
