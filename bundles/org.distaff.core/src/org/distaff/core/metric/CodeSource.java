package org.distaff.core.metric;

import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;

/** Where codes come from: an encoder that looks at a data set, or a table of codes computed elsewhere. Thread-safe. */
public interface CodeSource {

    FactorSpace space();

    /** Number of latents D. */
    int latents();

    /**
     * Draws points uniformly over the factor space, with replacement.
     *
     * @param points how many; a table without that many may return fewer, see {@link CodeTable}
     */
    Representation sample(int points, RandomGenerator random);

    /**
     * Draws points some of whose factors are held: point {@code i} has value {@code value[i]} of factor
     * {@code factor[i]}; its other factors are uniform. All rows are encoded in one go, so callers should ask for many.
     *
     * @param factor the held factor of each point, in [0, K)
     * @param value  its value
     */
    Representation sampleHolding(int[] factor, int[] value, RandomGenerator random);
}
