package org.distaff.core.metric;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;

/** A fixed table of codes as a source: what other tools computed, or an encoded file. */
public final class CodeTable implements CodeSource {

    private final Representation table;
    /** Posteriors of the points, or {@code null} when only codes are known. */
    private final Posterior posteriors;
    /** For factor k and value v the rows that have it. */
    private final int[][][] rowsByValue;

    public CodeTable(Representation table) {
        this(table, null);
    }

    /**
     * Codes of points whose posteriors are known.
     *
     * @param table      the codes: means of the posteriors, or samples of them
     * @param posteriors the posteriors of the same points in the same order, or {@code null} when only codes are known
     */
    public CodeTable(Representation table, Posterior posteriors) {
        if (posteriors != null && posteriors.means().points() != table.points()) {
            throw new IllegalArgumentException(table.points() + " codes with " + posteriors.means().points()
                    + " posteriors");
        }
        this.table = table;
        this.posteriors = posteriors;
        this.rowsByValue = index(table);
    }

    /** The whole table. */
    public Representation table() {
        return table;
    }

    /** The posteriors of the whole table; empty when only codes are known. */
    public Optional<Posterior> posteriors() {
        return Optional.ofNullable(posteriors);
    }

    @Override
    public FactorSpace space() {
        return table.space();
    }

    @Override
    public int latents() {
        return table.latents();
    }

    @Override
    public Representation sample(int points, RandomGenerator random) {
        return pick(table, draw(points, random));
    }

    @Override
    public Optional<Posterior> posterior(int points, RandomGenerator random) {
        if (posteriors == null) {
            return Optional.empty();
        }
        int[] rows = draw(points, random);
        int d = table.latents();
        double[] drawn = new double[points * d];
        for (int i = 0; i < points; i++) {
            System.arraycopy(posteriors.logVariances(), rows[i] * d, drawn, i * d, d);
        }
        return Optional.of(new Posterior(pick(posteriors.means(), rows), drawn));
    }

    private int[] draw(int points, RandomGenerator random) {
        int[] rows = new int[points];
        for (int i = 0; i < points; i++) {
            rows[i] = random.nextInt(table.points());
        }
        return rows;
    }

    /** Draws among the table's own points; a value that no point has is replaced by one drawn from the table. */
    @Override
    public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
        int[] rows = new int[factor.length];
        for (int i = 0; i < rows.length; i++) {
            int[] candidates = rowsByValue[factor[i]][value[i]];
            rows[i] = candidates.length == 0 ? random.nextInt(table.points())
                    : candidates[random.nextInt(candidates.length)];
        }
        return pick(table, rows);
    }

    private static Representation pick(Representation table, int[] rows) {
        int d = table.latents();
        int k = table.space().count();
        double[] codes = new double[rows.length * d];
        int[] factors = new int[rows.length * k];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(table.codes(), rows[i] * d, codes, i * d, d);
            System.arraycopy(table.factors(), rows[i] * k, factors, i * k, k);
        }
        return new Representation(table.space(), d, codes, factors);
    }

    private static int[][][] index(Representation table) {
        int[][][] rows = new int[table.space().count()][][];
        for (int k = 0; k < rows.length; k++) {
            int[] column = table.factor(k);
            int[] counts = new int[table.space().size(k)];
            for (int value : column) {
                counts[value]++;
            }
            rows[k] = new int[counts.length][];
            for (int v = 0; v < counts.length; v++) {
                rows[k][v] = new int[counts[v]];
            }
            for (int n = column.length - 1; n >= 0; n--) {
                rows[k][column[n]][--counts[column[n]]] = n;
            }
        }
        return rows;
    }
}
