package org.distaff.training.objective;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an objective reads in each step. Everything is drawn ahead on a thread of its own, from streams derived from
 * (seed, step): a resumed run sees what it would have seen, and one part more never changes another.
 *
 * @param second   whether a second batch, independent of the first, is drawn
 * @param factors  whether the factor rows of the observations are told
 * @param partners whether each observation comes with a partner that shares some of its factors
 * @param labelled how many labelled observations come along, 0 for none
 * @param noise    standard normal numbers per observation: name → how many
 */
public record Needs(boolean second, boolean factors, boolean partners, int labelled, Map<String, Integer> noise) {

    /** Name of the noise of the reparameterised code. */
    static final String CODE = "noise";

    public Needs {
        noise = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(noise));
    }

    /** Observations alone. */
    public static Needs observations() {
        return new Needs(false, false, false, 0, Map.of());
    }

    /** Observations, and ε ~ N(0, I) of [B, latents] for {@link Batch#noise()}. */
    public static Needs noise(int latents) {
        return observations().noise(CODE, latents);
    }

    /** Also standard normal numbers [B, width] of that name. */
    public Needs noise(String name, int width) {
        Map<String, Integer> more = new LinkedHashMap<>(noise);
        more.put(name, width);
        return new Needs(second, factors, partners, labelled, more);
    }

    /** Also {@link Batch#second()}. */
    public Needs withSecond() {
        return new Needs(true, factors, partners, labelled, noise);
    }

    /** Also {@link Batch#factors()}. */
    public Needs withFactors() {
        return new Needs(second, true, partners, labelled, noise);
    }

    /** Also {@link Batch#partners()}. */
    public Needs withPartners() {
        return new Needs(second, factors, true, labelled, noise);
    }

    /** Also {@link Batch#labelled()} and {@link Batch#labels()}, so many of them. */
    public Needs withLabelled(int count) {
        return new Needs(second, factors, partners, count, noise);
    }
}
