package org.distaff.datasets.modifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.work.Once;

/**
 * Training rows drawn in proportion to weights of their factors; factors without a weight stay uniform and independent.
 * Of listed rows each is drawn in proportion to its weight. The tables are made when first needed.
 */
final class WeightedRows implements DrawnRows {

    private final String modifier;
    private final Dataset dataset;
    private final List<Coupling> couplings;
    private final Supplier<double[]> listed;
    private final Supplier<List<JointTable>> tables;

    private WeightedRows(String modifier, Dataset dataset, List<Coupling> couplings) {
        this.modifier = modifier;
        this.dataset = dataset;
        this.couplings = couplings;
        this.listed = new Once<>(this::cumulate);
        this.tables = new Once<>(() -> Components.of(dataset.factors().count(), couplings).stream()
                .map(c -> new JointTable(dataset.factors(), c.factors(), c.couplings())).toList());
    }

    /** The rows of a data set with further weights, on top of those it may have. */
    static TrainingRows of(String modifier, Dataset dataset, List<Coupling> more) {
        List<Coupling> all = new ArrayList<>(dataset.training() instanceof WeightedRows w ? w.couplings : List.of());
        all.addAll(more);
        return new WeightedRows(modifier, dataset, List.copyOf(all));
    }

    @Override
    public String modifier() {
        return modifier;
    }

    @Override
    public int[] draw(int points, RandomGenerator random) {
        FactorSpace space = dataset.factors();
        int k = space.count();
        Optional<int[]> rows = dataset.rows();
        if (rows.isPresent()) {
            int[] drawn = new int[points * k];
            for (int i = 0; i < points; i++) {
                System.arraycopy(rows.get(), JointTable.invert(listed.get(), random) * k, drawn, i * k, k);
            }
            return drawn;
        }
        int[] drawn = space.sample(points, random);
        for (int i = 0; i < points; i++) {
            for (JointTable table : tables.get()) {
                table.draw(drawn, i * k, random);
            }
        }
        return drawn;
    }

    @Override
    public int[] labelled(int points, RandomGenerator random) {
        return draw(points, random);
    }

    /** A partner differs in one factor, whose value follows the weights given the others; never its own value. */
    @Override
    public int[] partners(int[] rows, RandomGenerator random) {
        int[] partners = TrainingRows.uniform(dataset).partners(rows, random);
        int k = dataset.factors().count();
        for (int start = 0; start < rows.length; start += k) {
            int at = start;
            int changed = IntStream.range(0, k).filter(f -> rows[at + f] != partners[at + f]).findFirst().orElse(-1);
            if (changed >= 0) {
                partners[start + changed] = other(partners, start, changed, rows[start + changed], random);
            }
        }
        return partners;
    }

    private int other(int[] partners, int start, int factor, int own, RandomGenerator random) {
        int[] row = Arrays.copyOfRange(partners, start, start + dataset.factors().count());
        double[] cumulative = new double[dataset.factors().size(factor)];
        double sum = 0;
        for (int value = 0; value < cumulative.length; value++) {
            row[factor] = value;
            sum += value == own ? 0 : weight(row);
            cumulative[value] = sum;
        }
        return sum > 0 ? JointTable.invert(cumulative, random) : own;
    }

    private double weight(int[] row) {
        double weight = 1;
        for (Coupling coupling : couplings) {
            weight *= coupling.weight().applyAsDouble(row);
        }
        return weight;
    }

    private double[] cumulate() {
        int[] rows = dataset.rows().orElseThrow();
        int k = dataset.factors().count();
        double[] cumulative = new double[rows.length / k];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weight(Arrays.copyOfRange(rows, i * k, i * k + k));
            cumulative[i] = sum;
        }
        if (!(sum > 0)) {
            throw Problem.input(
                    "No listed observation is left to train on; hold out less, or correlate less strongly.");
        }
        return cumulative;
    }
}
