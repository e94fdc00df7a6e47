package org.distaff.training.objective;

import java.util.Map;

import org.bytedeco.pytorch.Tensor;

/**
 * What one step learns from: what the objective's {@link Needs} name. Where M models train together every tensor has a
 * leading axis of M; an objective that counts axes from the end (−1 for latents, −2 for the batch) need not know.
 *
 * @param step    which step, from 1 on; schedules are functions of it
 * @param tensors part → values
 */
public record Batch(long step, Map<String, Tensor> tensors) {

    static final String OBSERVATIONS = "observations";
    static final String SECOND = "second";
    static final String FACTORS = "factors";
    static final String PARTNERS = "partners";
    static final String LABELLED = "labelled";
    static final String LABELS = "labels";

    public Batch {
        tensors = Map.copyOf(tensors);
    }

    /** The first step of observations and their noise. */
    public Batch(Tensor observations, Tensor noise) {
        this(1, Map.of(OBSERVATIONS, observations, Needs.CODE, noise));
    }

    /** [B, C, H, W]; values of images are in [0, 1]. */
    public Tensor observations() {
        return part(OBSERVATIONS);
    }

    /** [B, D] standard normal draws for the reparameterised code. */
    public Tensor noise() {
        return part(Needs.CODE);
    }

    /** [B, width] standard normal draws of that name. */
    public Tensor noise(String name) {
        return part(name);
    }

    /** [B, C, H, W], independent of {@link #observations()}. */
    public Tensor second() {
        return part(SECOND);
    }

    /** [B, K] factor rows of {@link #observations()}, int64. */
    public Tensor factors() {
        return part(FACTORS);
    }

    /** [B, C, H, W]; row i shares some factors with row i of {@link #observations()}. */
    public Tensor partners() {
        return part(PARTNERS);
    }

    /** [L, C, H, W] observations whose labels may be seen. */
    public Tensor labelled() {
        return part(LABELLED);
    }

    /** [L, K] factor rows of {@link #labelled()}, int64. */
    public Tensor labels() {
        return part(LABELS);
    }

    private Tensor part(String name) {
        Tensor part = tensors.get(name);
        if (part == null) {
            throw new IllegalStateException("the objective reads '" + name + "' but its needs name only "
                    + tensors.keySet());
        }
        return part;
    }
}
