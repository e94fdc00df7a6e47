package org.distaff.datasets.modifier;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;

/** Leaves a region of the factor space out of the training rows; test rows stay uniform over all of it. */
public final class HeldOut implements DatasetModifier {

    @Override
    public Description describe() {
        return Description.of("held-out", "Held-out combinations")
                .summary("Training rows without a region of the factor space; test rows stay uniform")
                .help("""
                        random: combinations are left out by chance. composition: every value of every factor is seen, \
                        but not the combinations of the upper values of all chosen factors. interpolation: evenly spaced \
                        inner values of each chosen factor are left out. extrapolation: the upper values of each chosen \
                        factor are left out.

                        The shares per factor are chosen so that the region has the wanted share of all combinations, as \
                        nearly as whole values allow; each chosen factor loses at least one value and keeps at least one \
                        (two with interpolation). The four kinds follow the benchmark's definitions; which rows they \
                        hold out is this product's own choice, because the benchmark published lists of rows and not a \
                        rule.""")
                .reference("Schott et al., Visual Representation Learning Does Not Generalize Strongly Within the Same "
                        + "Domain, ICLR 2022, §3")
                .reference("Montero, Ludwig, Costa, Malhotra, Bowers, The Role of Disentanglement in Generalisation, "
                        + "ICLR 2021, §3")
                .parameter(Parameter.choice("split", "random", "composition", "interpolation", "extrapolation")
                        .meaning("which region is left out"))
                .parameter(Parameter.real("fraction", 0.3).range(0.001, 0.999)
                        .meaning("share of all combinations that is left out"))
                .parameter(Parameter.text("factors", null)
                        .meaning("factors that make the region, as in 'shape, scale'; without it all that have enough "
                                + "values, for interpolation and extrapolation all that have an order"))
                .parameter(Parameter.integer("seed", 0).meaning("chooses the random combinations"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        DrawnRows.mustPrecedeLabelsAndPairs(dataset, "held-out");
        FactorSpace space = dataset.factors();
        String split = parameters.text("split");
        int[] factors = factors(space, split, parameters.optional("factors").orElse(""));
        Predicate<int[]> heldOut = split.equals("random")
                ? random(space, parameters.real("fraction"), parameters.integer("seed"))
                : region(space, split, factors, parameters.real("fraction"));
        TrainingRows rows = WeightedRows.of("held-out", dataset,
                List.of(new Coupling(factors, row -> heldOut.test(row) ? 0 : 1)));
        return new ChangedDataset(dataset, this, parameters) {
            @Override
            public TrainingRows training() {
                return rows;
            }
        };
    }

    private static int[] factors(FactorSpace space, String split, String named) {
        int needed = split.equals("interpolation") ? 3 : 2;
        boolean ordered = split.equals("interpolation") || split.equals("extrapolation");
        int[] factors = split.equals("random") ? IntStream.range(0, space.count()).toArray()
                : !named.isBlank() ? new FactorNames(space).indices(named)
                        : IntStream.range(0, space.count()).filter(k -> space.size(k) >= needed
                                && !(ordered && space.factors().get(k).kind() == FactorKind.NOMINAL)).toArray();
        for (int k : factors) {
            if (space.size(k) < needed && !split.equals("random")) {
                throw Problem.input("The factor '" + space.factors().get(k).name() + "' has " + space.size(k)
                        + " values, too few for the split '" + split + "'; choose other factors.");
            }
        }
        if (factors.length < (split.equals("composition") ? 2 : 1)) {
            throw Problem.input("The split '" + split + "' needs more factors than there are; choose another split.");
        }
        return factors;
    }

    private static Predicate<int[]> random(FactorSpace space, double fraction, int seed) {
        long key = RandomStreams.seed(seed, "held-out");
        long threshold = (long) (fraction * 0x1p53);
        return row -> mix(space.index(row) ^ key) >>> 11 < threshold;
    }

    /** The finaliser of MurmurHash3: an index as 64 bits that look random. */
    private static long mix(long index) {
        long h = index;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }

    private static Predicate<int[]> region(FactorSpace space, String split, int[] factors, double fraction) {
        boolean composition = split.equals("composition");
        double share = composition ? Math.pow(fraction, 1.0 / factors.length)
                : 1 - Math.pow(1 - fraction, 1.0 / factors.length);
        boolean[][] out = new boolean[factors.length][];
        for (int i = 0; i < factors.length; i++) {
            int size = space.size(factors[i]);
            boolean inner = split.equals("interpolation");
            int left = Math.clamp(Math.round(share * size), 1, inner ? size - 2 : size - 1);
            out[i] = new boolean[size];
            for (int n = 0; n < left; n++) {
                out[i][inner ? 1 + (int) ((n + 0.5) * (size - 2) / left) : size - 1 - n] = true;
            }
        }
        return row -> {
            int inside = 0;
            for (int i = 0; i < factors.length; i++) {
                inside += out[i][row[factors[i]]] ? 1 : 0;
            }
            return composition ? inside == factors.length : inside > 0;
        };
    }
}
