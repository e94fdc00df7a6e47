package org.distaff.core.metric;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.distaff.core.data.FactorSpace;

/**
 * Codes with the factors they came from: N points, D latents, K factors. Immutable by agreement: callers must not write
 * into the arrays. Work derived from it (bins, mutual information, trees) is kept with it, so that two metrics of one
 * representation never compute it twice.
 */
public final class Representation {

    private final FactorSpace space;
    private final int points;
    private final int latents;
    private final double[] codes;
    private final int[] factors;
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();

    /**
     * @param codes   {@code N × D}, row by row
     * @param factors {@code N × K}, row by row
     */
    public Representation(FactorSpace space, int latents, double[] codes, int[] factors) {
        this.space = space;
        this.latents = latents;
        this.codes = codes;
        this.factors = factors;
        this.points = latents == 0 ? 0 : codes.length / latents;
        if (points * latents != codes.length || factors.length != points * space.count()) {
            throw new IllegalArgumentException(codes.length + " code values and " + factors.length
                    + " factor values do not make points of " + latents + " latents and " + space.count()
                    + " factors");
        }
    }

    public FactorSpace space() {
        return space;
    }

    /** Number of points N. */
    public int points() {
        return points;
    }

    /** Number of latents D. */
    public int latents() {
        return latents;
    }

    /** The codes, {@code N × D}, row by row; do not write into it. */
    public double[] codes() {
        return codes;
    }

    /** The factor values, {@code N × K}, row by row; do not write into it. */
    public int[] factors() {
        return factors;
    }

    /** Latent {@code d} of every point, a fresh array of N values. */
    public double[] latent(int d) {
        double[] column = new double[points];
        for (int n = 0; n < points; n++) {
            column[n] = codes[n * latents + d];
        }
        return column;
    }

    /** Factor {@code k} of every point, a fresh array of N values. */
    public int[] factor(int k) {
        int[] column = new int[points];
        for (int n = 0; n < points; n++) {
            column[n] = factors[n * space.count() + k];
        }
        return column;
    }

    /** The points from {@code from} (inclusive) to {@code to} (exclusive), copied. */
    public Representation slice(int from, int to) {
        return new Representation(space, latents, java.util.Arrays.copyOfRange(codes, from * latents, to * latents),
                java.util.Arrays.copyOfRange(factors, from * space.count(), to * space.count()));
    }

    /**
     * Returns what was derived under this key before, or derives and keeps it. Keys are records of the deriving class,
     * so two kinds of work never collide. Concurrent callers of one key wait for the first.
     */
    @SuppressWarnings("unchecked")
    public <T> T derive(Object key, Function<Representation, T> work) {
        Object known = derived.get(key);
        if (known == null) {
            synchronized (lockOf(key)) {
                known = derived.get(key);
                if (known == null) {
                    known = work.apply(this);
                    derived.put(key, known);
                }
            }
        }
        return (T) known;
    }

    /** Like {@link #derive}, for what is large and quickly derived again: it is let go when memory runs short. */
    public <T> T deriveWhileRoom(Object key, Function<Representation, T> work) {
        SoftReference<T> kept = derive(key, r -> new SoftReference<>(work.apply(r)));
        T known = kept.get();
        if (known == null) {
            synchronized (lockOf(key)) {
                @SuppressWarnings("unchecked")
                T again = ((SoftReference<T>) derived.get(key)).get();
                known = again == null ? work.apply(this) : again;
                derived.put(key, new SoftReference<>(known));
            }
        }
        return known;
    }

    private Object lockOf(Object key) {
        return derived.computeIfAbsent(new Lock(key), k -> new Object());
    }

    private record Lock(Object key) {
    }
}
