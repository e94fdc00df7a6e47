package org.distaff.core.metric;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;

/**
 * A trained model as functions, for metrics that look past its codes at observations and reconstructions. Buffers are
 * read and filled from their position on, which stays. Thread-safe.
 */
public interface Autoencoder {

    /** Shape of the observations it takes and makes. */
    ObservationShape observation();

    /** Number of latents D. */
    int latents();

    /** Whether there is a decoder. */
    boolean decodes();

    /**
     * Draws observations uniformly over the data set, with replacement.
     *
     * @param target receives {@code count × C × H × W} values in [0, 1]
     */
    void observe(int count, RandomGenerator random, FloatBuffer target);

    /**
     * Encodes observations.
     *
     * @param mean        receives {@code count × D} means
     * @param logVariance receives {@code count × D} values of ln σ², or {@code null} when not wanted
     * @throws Problem (input) when ln σ² is wanted of a deterministic encoder
     */
    void encode(FloatBuffer observations, int count, float[] mean, float[] logVariance);

    /**
     * Decodes latents.
     *
     * @param latents {@code count × D} values
     * @param images  receives {@code count × C × H × W} values in [0, 1]
     * @throws Problem (input) when there is no decoder
     */
    void decode(float[] latents, int count, float[] images);

    /**
     * Opens a network of features that the user names, such as one for the Fréchet inception distance. Observations of
     * this model are resized to what it takes, and grey ones repeated three times where it takes colours.
     *
     * @param network an ONNX file with one image input of fixed size
     * @param low     what the network takes for black
     * @param high    what it takes for white
     * @throws Problem (input) when the file is unfit, or what runs the model opens no such networks
     */
    default Features features(Path network, double low, double high) {
        throw Problem.input(network + " cannot be used, because what runs this model opens no networks of features; "
                + "leave the network out.");
    }
}
