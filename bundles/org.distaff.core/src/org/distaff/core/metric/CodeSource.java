package org.distaff.core.metric;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;

/** Where codes come from: an encoder that looks at a data set, or a table of codes computed elsewhere. Thread-safe. */
public interface CodeSource {

    FactorSpace space();

    /** Number of latents D. */
    int latents();

    /**
     * Draws points uniformly over the factor space (over its points, if the data set or table is a finite list), with
     * replacement.
     *
     * @param points how many; a table without that many may return fewer, see {@link CodeTable}
     */
    Representation sample(int points, RandomGenerator random);

    /**
     * Draws points some of whose factors are held: point {@code i} has value {@code value[i]} of factor
     * {@code factor[i]}; its other factors are uniform. All rows are encoded in one go, so callers should ask for many.
     *
     * @param factor the held factor of each point, in [0, K); the caller may use the array again afterwards
     * @param value  its value; likewise
     */
    Representation sampleHolding(int[] factor, int[] value, RandomGenerator random);

    /**
     * Codes of chosen factor rows, for interventions; empty when the source is a finite list that has no observation
     * for every row.
     *
     * @param factorRows {@code n × K} factor values, row by row
     * @param random     source of what the factors leave open
     */
    default Optional<Representation> at(int[] factorRows, RandomGenerator random) {
        return Optional.empty();
    }

    /**
     * Posteriors of points drawn as {@link #sample} draws them, always around the means, whatever representation is
     * under evaluation; empty when the encoder is deterministic or only codes are known. Equal random streams see equal
     * observations, also in different models of one data set.
     */
    default Optional<Posterior> posterior(int points, RandomGenerator random) {
        return Optional.empty();
    }
}
