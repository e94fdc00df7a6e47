package org.distaff.study.evaluate;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Posterior;
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
    private final HeldRows held;

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
        this.held = new HeldRows(dataset);
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
        return encode(Dataset.sample(dataset, points, random), random);
    }

    @Override
    public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
        return encode(held.sample(factor, value, random), random);
    }

    @Override
    public Optional<Representation> at(int[] factorRows, RandomGenerator random) {
        return dataset.rows().isPresent() ? Optional.empty() : Optional.of(encode(factorRows, random));
    }

    @Override
    public Optional<Posterior> posterior(int points, RandomGenerator random) {
        if (!encoder.hasLogVariance()) {
            return Optional.empty();
        }
        int[] rows = Dataset.sample(dataset, points, random);
        ChunkedEncoder.Posterior posterior = look(rows, true, random);
        return Optional.of(new Posterior(new Representation(space(), latents(), posterior.means(), rows),
                posterior.logVariances()));
    }

    private Representation encode(int[] rows, RandomGenerator random) {
        ChunkedEncoder.Posterior posterior = look(rows, sampled, random);
        double[] codes = sampled ? posterior.samples(random) : posterior.means();
        return new Representation(space(), encoder.latents(), codes, rows);
    }

    private ChunkedEncoder.Posterior look(int[] rows, boolean withLogVariance, RandomGenerator random) {
        int k = space().count();
        return chunks.encode(rows.length / k, withLogVariance,
                (from, to, target) -> dataset.observe(Arrays.copyOfRange(rows, from * k, to * k), random, target),
                Progress.NONE);
    }
}
