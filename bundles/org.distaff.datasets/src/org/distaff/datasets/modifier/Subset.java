package org.distaff.datasets.modifier;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.work.Once;

/** Keeps some rows of a data set, drawn once without replacement. */
public final class Subset implements DatasetModifier {

    private static final String ID = "subset";

    @Override
    public Description describe() {
        return Description.of(ID, "Subset")
                .summary("A fixed number of factor rows, drawn once without replacement")
                .help("""
                        With 'evaluation: subset' the data set has these rows only, in training and in evaluation. With \
                        'evaluation: all' a learner sees these rows, and evaluation draws from the whole data set. What \
                        the factors leave open in an observation is drawn afresh every time; data sets without such a \
                        nuisance have exactly this number of observations.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled "
                        + "Representations, ICML 2019, §5.6")
                .parameter(Parameter.integer("number", 10_000).range(1, 50_000_000).meaning("rows that are kept"))
                .parameter(Parameter.choice("evaluation", ID, "all").meaning("rows that evaluation draws from"))
                .parameter(Parameter.integer("seed", 0).meaning("chooses the rows"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        DrawnRows.mustComeFirst(dataset, ID);
        int number = parameters.integer("number");
        int k = dataset.factors().count();
        long available = dataset.rows().map(rows -> (long) rows.length / k)
                .orElseGet(() -> dataset.factors().combinations());
        if (number > available) {
            throw Problem.input("'subset' cannot keep " + number + " of " + available + " rows; ask for fewer.");
        }
        int seed = parameters.integer("seed");
        Once<int[]> rows = new Once<>(() -> choose(dataset, available, number, seed));
        return new Kept(dataset, this, parameters, rows);
    }

    /** Floyd's algorithm: distinct positions, each set of them equally likely; returned in ascending order. */
    private static int[] choose(Dataset dataset, long available, int number, int seed) {
        RandomGenerator random = RandomStreams.derive(seed, "subset");
        Set<Long> chosen = new HashSet<>();
        for (long j = available - number; j < available; j++) {
            long position = random.nextLong(j + 1);
            chosen.add(chosen.contains(position) ? j : position);
        }
        long[] positions = chosen.stream().mapToLong(Long::longValue).sorted().toArray();
        int k = dataset.factors().count();
        int[] rows = new int[number * k];
        for (int i = 0; i < number; i++) {
            int from = (int) positions[i] * k;
            int[] row = dataset.rows().map(listed -> Arrays.copyOfRange(listed, from, from + k)).orElse(null);
            System.arraycopy(row == null ? dataset.factors().row(positions[i]) : row, 0, rows, i * k, k);
        }
        return rows;
    }

    /** A data set with these rows only. */
    private static final class Kept extends ChangedDataset {

        private final Once<int[]> kept;
        private final boolean evaluatedAlone;

        Kept(Dataset original, Subset modifier, Parameters parameters, Once<int[]> kept) {
            super(original, modifier, parameters);
            this.kept = kept;
            this.evaluatedAlone = parameters.text("evaluation").equals(ID);
        }

        @Override
        public Optional<int[]> rows() {
            return evaluatedAlone ? Optional.of(kept.get()) : original().rows();
        }

        @Override
        public TrainingRows training() {
            return evaluatedAlone ? TrainingRows.uniform(this) : new ChosenRows(ID, factors().count(), kept);
        }
    }
}
