package org.distaff.core.metric;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;

/**
 * The train and test points that all metrics of one evaluation share. Drawn once per size from streams of the
 * evaluation seed; for a table they are the table's own rows, whatever size is asked for.
 */
public final class Points {

    /** Share of a table that trains when it came without a test table of its own. */
    public static final double TRAIN_SHARE = 2.0 / 3;

    /** A smaller table would leave nothing to test. */
    private static final int FEWEST = 3;

    private final CodeSource source;
    private final Autoencoder model;
    private final Representation testTable;
    private final long seed;
    private final Map<String, Representation> drawn = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Posterior>> posteriors = new ConcurrentHashMap<>();

    /** Points drawn from a source. */
    public Points(CodeSource source, long seed) {
        this(source, null, seed);
    }

    /** The same points, with the trained model that the codes came from. */
    public Points with(Autoencoder trained) {
        return new Points(source, trained, testTable, seed);
    }

    /**
     * Points of tables computed elsewhere.
     *
     * @param test test table, or {@code null} to split the first one for metrics that need test points
     */
    public Points(CodeTable train, Representation test, long seed) {
        this((CodeSource) train, test, seed);
    }

    private Points(CodeSource source, Representation test, long seed) {
        this(source, null, test, seed);
    }

    private Points(CodeSource source, Autoencoder model, Representation test, long seed) {
        this.source = source;
        this.model = model;
        this.testTable = test;
        this.seed = seed;
    }

    public CodeSource source() {
        return source;
    }

    public long seed() {
        return seed;
    }

    /** The trained model the codes came from; empty for codes computed elsewhere. */
    public Optional<Autoencoder> model() {
        return Optional.ofNullable(model);
    }

    /**
     * Posteriors of {@code size} drawn points, or of the whole table; empty when there are none. Drawn once per size.
     */
    public Optional<Posterior> posterior(int size) {
        return posteriors.computeIfAbsent(size, n -> source instanceof CodeTable table ? table.posteriors()
                : source.posterior(n, RandomStreams.derive(seed, "points/posterior")));
    }

    /** Points for metrics that need no test points: {@code size} drawn ones, or the whole table. */
    public Representation all(int size) {
        return source instanceof CodeTable table ? table.table() : draw("train", size);
    }

    /**
     * Training points of a metric that also needs test points.
     *
     * @throws Problem (input) when a table without test points is too small to be split
     */
    public Representation train(int size) {
        if (source instanceof CodeTable table && testTable == null) {
            return drawn.computeIfAbsent("train", k -> table.table().slice(0, cut(table)));
        }
        return all(size);
    }

    /** The same, but of a longer table only its first rows: for metrics whose cost or meaning depends on the number. */
    public Representation trainAtMost(int size) {
        Representation all = train(size);
        return all.points() <= size ? all : drawn.computeIfAbsent("first" + size, k -> all.slice(0, size));
    }

    /** Test points, drawn independently of the training points. */
    public Representation test(int size) {
        if (testTable != null) {
            return testTable;
        }
        if (source instanceof CodeTable table) {
            return drawn.computeIfAbsent("test", k -> table.table().slice(cut(table), table.table().points()));
        }
        return draw("test", size);
    }

    /** What a reader of the scores so far must know about these points; empty when there is nothing. */
    public Optional<String> caveat() {
        boolean split = drawn.containsKey("train") || drawn.containsKey("test");
        return source instanceof CodeTable && testTable == null && split
                ? Optional.of("No test codes were given: the first two thirds of the points train, the rest tests.")
                : Optional.empty();
    }

    private Representation draw(String purpose, int size) {
        return drawn.computeIfAbsent(purpose + size,
                k -> source.sample(size, RandomStreams.derive(seed, "points/" + purpose)));
    }

    /** How many points train; at least one is left to test. */
    private static int cut(CodeTable table) {
        int points = table.table().points();
        if (points < FEWEST) {
            throw Problem.input("The table has " + points + (points == 1 ? " point" : " points")
                    + ", too few to be split into train and test points; give at least " + FEWEST
                    + " points, or test points of their own.");
        }
        return (int) Math.ceil(points * TRAIN_SHARE);
    }
}
