package org.distaff.study.evaluate;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.Features;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.FeatureNetwork;

/** A trained model that ONNX Runtime executes, looking at a data set's observations. */
public final class OnnxAutoencoder implements Autoencoder {

    private final Encoder encoder;
    private final Decoder decoder;
    private final ObservationDraw observations;

    /** Where observations are drawn. */
    @FunctionalInterface
    public interface ObservationDraw {

        /** Writes {@code count} observations drawn uniformly, with replacement, from the target's position on. */
        void into(int count, RandomGenerator random, FloatBuffer target);
    }

    /** Observations of a data set. */
    public static ObservationDraw of(Dataset dataset) {
        return (count, random, target) -> dataset.observe(Dataset.sample(dataset, count, random), random, target);
    }

    /** @param decoder the decoder, or {@code null} when there is none */
    public OnnxAutoencoder(Encoder encoder, Decoder decoder, ObservationDraw observations) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.observations = observations;
    }

    @Override
    public ObservationShape observation() {
        return encoder.card().observation();
    }

    @Override
    public int latents() {
        return encoder.card().latents();
    }

    @Override
    public boolean decodes() {
        return decoder != null;
    }

    @Override
    public void observe(int count, RandomGenerator random, FloatBuffer target) {
        observations.into(count, random, target.duplicate());
    }

    @Override
    public void encode(FloatBuffer images, int count, float[] mean, float[] logVariance) {
        encoder.encode(images, count, mean, logVariance);
    }

    @Override
    public void decode(float[] latents, int count, float[] images) {
        if (decoder == null) {
            throw Problem.input("The trained model has no decoder; give one with --decoder.");
        }
        decoder.decode(latents, count, images);
    }

    @Override
    public Features features(Path network, double low, double high) {
        return FeatureNetwork.open(network, observation(), low, high, encoder.execution());
    }
}
