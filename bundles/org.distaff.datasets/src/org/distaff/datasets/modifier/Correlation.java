package org.distaff.datasets.modifier;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/**
 * Correlates factors of the training rows: the probability of a factor row is proportional to
 * {@code Π exp(−(c₁ − c₂)² / 2σ²)} over pairs of factors, each scaled to [0, 1]. Every combination keeps a positive
 * probability, though far from the diagonal it may be as small as e⁻³¹² at σ = 0.04. Drawn exactly, by inverting the
 * joint distribution of the coupled factors; at most 32 million combinations of these.
 */
public final class Correlation implements DatasetModifier {

    @Override
    public Description describe() {
        return Description.of("correlation", "Correlated factors")
                .summary("Training rows with correlated pairs of factors; test rows stay uniform")
                .help("""
                        A factor row is drawn with probability proportional to the product of exp(−(c₁ − c₂)² / 2σ²) \
                        over the pairs, where c is a factor's value divided by its largest one. Factors in no pair stay \
                        uniform and independent. Test points are not touched.

                        Pairs are separated by commas: 'shape-scale' or 'shape-scale, x-y'. 'shape-*' couples shape with \
                        every other factor (a confounder). 'shape-!scale' is inverted: large values of the one go with \
                        small values of the other. The study of correlated factors used σ 0.1 for one pair and for three, \
                        0.4, 0.1 and 0.04 for two pairs, and 0.2 for confounders.""")
                .reference("Roth, Ibrahim, Akata, Vincent, Bouchacourt, Disentanglement of Correlated Factors via "
                        + "Hausdorff Factorized Support, ICLR 2023, §5")
                .reference("Träuble et al., On Disentangled Representations Learned from Correlated Data, ICML 2021, §3")
                .parameter(Parameter.text("pairs", null).mandatory()
                        .meaning("pairs of factors, as in 'shape-scale, x-y', 'shape-*' or 'shape-!scale'"))
                .parameter(Parameter.real("sigma", 0.1).range(0.01, 10)
                        .meaning("width of the band along the diagonal; smaller is more correlated"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        DrawnRows.mustPrecedeLabelsAndPairs(dataset, "correlation");
        List<Coupling> couplings = couplings(dataset.factors(), parameters.text("pairs"), parameters.real("sigma"));
        TrainingRows rows = WeightedRows.of("correlation", dataset, couplings);
        return new ChangedDataset(dataset, this, parameters) {
            @Override
            public TrainingRows training() {
                return rows;
            }
        };
    }

    private static List<Coupling> couplings(FactorSpace space, String text, double sigma) {
        FactorNames names = new FactorNames(space);
        List<Coupling> couplings = new ArrayList<>();
        for (String pair : FactorNames.words(text)) {
            couplings.addAll(pair(names, pair, sigma));
        }
        if (couplings.isEmpty()) {
            throw Problem.input("'correlation' needs at least one pair, as in 'shape-scale'.");
        }
        return couplings;
    }

    /** Names may have hyphens themselves: the first hyphen with a factor before it divides. */
    private static List<Coupling> pair(FactorNames names, String pair, double sigma) {
        for (int at = pair.indexOf('-'); at > 0; at = pair.indexOf('-', at + 1)) {
            String first = pair.substring(0, at).strip();
            if (names.find(first).isPresent()) {
                return couple(names, names.index(first), pair.substring(at + 1).strip(), sigma);
            }
        }
        int hyphen = pair.indexOf('-');
        if (hyphen > 0) {
            names.index(pair.substring(0, hyphen).strip()); // tells which factors there are
        }
        throw Problem.input("'" + pair + "' is no pair of factors; write it as in 'shape-scale' or 'shape-*'.");
    }

    private static List<Coupling> couple(FactorNames names, int first, String other, double sigma) {
        boolean inverted = other.startsWith("!");
        String name = inverted ? other.substring(1).strip() : other;
        List<Coupling> couplings = new ArrayList<>();
        for (int second = 0; second < names.space().count(); second++) {
            boolean meant = name.equals("*") ? second != first : second == names.index(name);
            if (meant) {
                couplings.add(couple(names.space(), first, second, inverted, sigma));
            }
        }
        return couplings;
    }

    private static Coupling couple(FactorSpace space, int first, int second, boolean inverted, double sigma) {
        if (first == second) {
            throw Problem.input("The factor '" + space.factors().get(first).name()
                    + "' cannot be correlated with itself; name two factors.");
        }
        double[][] weights = new double[space.size(first)][space.size(second)];
        for (int a = 0; a < weights.length; a++) {
            for (int b = 0; b < weights[a].length; b++) {
                double other = scaled(b, weights[a].length);
                double distance = scaled(a, weights.length) - (inverted ? 1 - other : other);
                weights[a][b] = StrictMath.exp(-distance * distance / (2 * sigma * sigma));
            }
        }
        int[] factors = {Math.min(first, second), Math.max(first, second)};
        return new Coupling(factors, row -> weights[row[first]][row[second]]);
    }

    private static double scaled(int value, int size) {
        return size == 1 ? 0 : (double) value / (size - 1);
    }
}
