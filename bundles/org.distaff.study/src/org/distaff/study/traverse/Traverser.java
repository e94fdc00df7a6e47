package org.distaff.study.traverse;

import java.nio.file.Path;

import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.registry.Contributions;
import org.distaff.study.store.StoredCell;

/** Decodes traversals of one trained model; keeps its sessions open until closed. Not thread-safe. */
public final class Traverser implements AutoCloseable {

    /** For a finished cell: KL per latent and the start code come from its own data set. */
    public static Traverser open(StoredCell cell, Contributions contributions) {
        throw new IllegalStateException("stub");
    }

    /** For files alone: latents in their own order, starting from the prior mean. */
    public static Traverser open(TrainedModel model) {
        throw new IllegalStateException("stub");
    }

    /** Opens a cell's folder in a store, or a folder with encoder.onnx/decoder.onnx/model.json. */
    public static Traverser open(Path folder, Contributions contributions) {
        throw new IllegalStateException("stub");
    }

    public ModelCard card() {
        throw new IllegalStateException("stub");
    }

    /** Codes of some observations of the data set, to start from: {@code n × D}; the first row is the prior mean 0. */
    public float[][] starts() {
        throw new IllegalStateException("stub");
    }

    /** Latents by KL, most informative first. */
    public java.util.List<Integer> order() {
        throw new IllegalStateException("stub");
    }

    /** KL of each latent in nats, by latent index. */
    public double[] kl() {
        throw new IllegalStateException("stub");
    }

    /** Decodes one code of D values into C·H·W values in [0, 1]. */
    public float[] decode(float[] code) {
        throw new IllegalStateException("stub");
    }

    /** Walks every latent from −range to +range in that many steps around a start code. */
    public Traversal traverse(float[] centre, double range, int steps) {
        throw new IllegalStateException("stub");
    }

    @Override
    public void close() {
    }
}
