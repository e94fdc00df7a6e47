package org.distaff.study.traverse;

import java.util.List;

import org.distaff.core.model.ModelCard;

/**
 * A walk along each latent of a trained model.
 *
 * @param card    the model
 * @param order   latents ordered by KL to the prior, most informative first
 * @param kl      KL of each latent in nats, by latent index; zeros when there was no encoder to measure it
 * @param centre  the code the walk starts from, D values
 * @param steps   the values given to a latent, in order
 * @param images  {@code [order position][step]}: image of C·H·W values in [0, 1]
 */
public record Traversal(ModelCard card, List<Integer> order, double[] kl, float[] centre, float[] steps,
        float[][][] images) {
}
