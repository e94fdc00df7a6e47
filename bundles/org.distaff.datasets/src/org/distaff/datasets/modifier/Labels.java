package org.distaff.datasets.modifier;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.work.Once;

/** Limits the labels that a semi-supervised learner may see to some rows, drawn once. */
public final class Labels implements DatasetModifier {

    private static final int MAXIMUM = 10_000_000;

    @Override
    public Description describe() {
        return Description.of("labels", "Few labels")
                .summary("Labels for some training rows only, chosen once by a seed")
                .help("""
                        The labelled rows are drawn once from the training distribution, with replacement, and a \
                        semi-supervised learner draws its labelled points from them. Unlabelled points are drawn as \
                        before, and evaluation is not touched. Give a number, or a fraction of the data set's rows.""")
                .reference("Locatello, Tschannen, Bauer, Rätsch, Schölkopf, Bachem, Disentangling Factors of Variation "
                        + "Using Few Labels, ICLR 2020, §3")
                .parameter(Parameter.integer("number", 0).range(0, MAXIMUM)
                        .meaning("labelled rows; 0 means as many as the fraction says"))
                .parameter(Parameter.real("fraction", 0.01).range(0, 1)
                        .meaning("labelled share of the data set's rows, used when no number is given"))
                .parameter(Parameter.integer("seed", 0).meaning("chooses the labelled rows"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        int k = dataset.factors().count();
        int given = parameters.integer("number");
        double all = dataset.rows().map(rows -> (double) rows.length / k)
                .orElseGet(() -> dataset.factors().factors().stream().mapToDouble(f -> f.size()).reduce(1, (a, b) -> a * b));
        double number = given > 0 ? given : Math.rint(parameters.real("fraction") * all);
        if (number < 1 || number > MAXIMUM) {
            throw Problem.input("'labels' would label " + (long) number + " rows; give a number from 1 to " + MAXIMUM
                    + ".");
        }
        int seed = parameters.integer("seed");
        TrainingRows original = dataset.training();
        TrainingRows rows = new LabelledRows(original, new ChosenRows("labels", k, new Once<>(
                () -> original.draw((int) number, RandomStreams.derive(seed, "labels")))));
        return new ChangedDataset(dataset, this, parameters) {
            @Override
            public TrainingRows training() {
                return rows;
            }
        };
    }
}
