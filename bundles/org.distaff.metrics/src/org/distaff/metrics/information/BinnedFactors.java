package org.distaff.metrics.information;

import java.util.Arrays;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Parameter;
import org.distaff.core.metric.Representation;

/**
 * Factors cut into equal-width bins between their extremes, like codes, as the review of Zaidi et al., Measuring
 * Disentanglement: A Review of Metrics, 2020, does with continuous ones. Values of a factor that share a bin become
 * one.
 */
public final class BinnedFactors {

    /** Whether that is done; by default it is not. */
    public static final Parameter PARAMETER = Parameter.flag("binFactors", false)
            .meaning("whether factors are binned like codes, as Zaidi et al. do with continuous ones");

    private BinnedFactors() {
    }

    /** The same points and codes with binned factors, kept with the representation; itself where that is not wished. */
    public static Representation of(Representation points, int bins, boolean wished) {
        return wished ? points.derive(new Key(bins), p -> bin(p, bins)) : points;
    }

    private static Representation bin(Representation points, int bins) {
        int count = points.space().count();
        int[] factors = new int[points.factors().length];
        for (int k = 0; k < count; k++) {
            int[] labels = EqualWidthBins.labels(Arrays.stream(points.factor(k)).asDoubleStream().toArray(), bins);
            for (int n = 0; n < labels.length; n++) {
                factors[n * count + k] = labels[n];
            }
        }
        FactorSpace space = new FactorSpace(points.space().factors().stream()
                .map(factor -> new Factor(factor.name(), bins, factor.kind())).toList());
        return new Representation(space, points.latents(), points.codes(), factors);
    }

    private record Key(int bins) {
    }
}
