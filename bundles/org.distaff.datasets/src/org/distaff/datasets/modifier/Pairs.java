package org.distaff.datasets.modifier;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Says in how many factors the partners of weakly supervised learners differ. */
public final class Pairs implements DatasetModifier {

    @Override
    public Description describe() {
        return Description.of("pairs", "Pairs of observations")
                .summary("Partners that share some factors, for weakly supervised learners")
                .help("""
                        Which factors change is drawn uniformly among all sets of that many, for each pair anew. With \
                        'random' their number is drawn as well, from 1 to one less than the number of factors. With \
                        'other' false a changed factor is drawn from all its values and may stay as it was, as in the \
                        published code.

                        Of a data set that lists its rows, a partner is drawn among the rows that agree in the shared \
                        factors (and differ in all the others, with 'other' true); a row without any is its own partner. \
                        Changed factors of complete data sets are drawn uniformly, whatever the training distribution.""")
                .reference("Locatello, Poole, Rätsch, Schölkopf, Bachem, Tschannen, Weakly-Supervised Disentanglement "
                        + "Without Compromises, ICML 2020, §3 and §5")
                .reference("Shu, Chen, Kumar, Ermon, Poole, Weakly Supervised Disentanglement with Guarantees, ICLR 2020")
                .parameter(Parameter.choice("of", "changed", "shared").meaning("whether 'number' counts factors that "
                        + "change or that are shared"))
                .parameter(Parameter.integer("number", 1).range(1, 1000).meaning("factors that change, or are shared"))
                .parameter(Parameter.flag("random", false).meaning("draw the number for each pair"))
                .parameter(Parameter.flag("other", true).meaning("whether a changed factor must take another value"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        int[] varying = PairedRows.varying(dataset.factors());
        int number = parameters.integer("number");
        int changed = parameters.flag("random") ? 0
                : parameters.text("of").equals("changed") ? number : varying.length - number;
        if (!parameters.flag("random") && (changed < 1 || changed > varying.length)) {
            throw Problem.input("'pairs' cannot have " + number + " factors " + parameters.text("of")
                    + " among " + varying.length + " that vary; at least one must change.");
        }
        TrainingRows rows = new PairedRows(dataset, changed, parameters.flag("other"));
        return new ChangedDataset(dataset, this, parameters) {
            @Override
            public TrainingRows training() {
                return rows;
            }
        };
    }
}
