package org.distaff.models.guided;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Nearest;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/**
 * A yes-or-no attribute of observations: whether a factor has one of its values, or is in the upper half of them.
 *
 * @param factor place of the factor in the factor space
 * @param value  the value, or {@link #UPPER_HALF}
 * @param size   number of the factor's values
 */
public record Attribute(int factor, int value, int size) {

    /** Stands for all values from half of their number on. */
    public static final int UPPER_HALF = -1;

    /**
     * What the parameters {@code factor} (none: the first) and {@code value} name.
     *
     * @throws Problem (never) when the data set has no such factor, or the factor no such value
     */
    public static Attribute of(FactorSpace space, Parameters parameters) {
        String name = parameters.optional("factor").orElse(space.factors().get(0).name());
        int value = parameters.integer("value");
        for (int k = 0; k < space.count(); k++) {
            Factor factor = space.factors().get(k);
            if (factor.name().equals(name)) {
                if (value >= factor.size() || factor.size() < 2) {
                    throw Problem.never("Factor '" + name + "' has " + factor.size() + " values, counted from 0, so "
                            + "'value' " + value + " tells nothing apart; choose another one.");
                }
                return new Attribute(k, value, factor.size());
            }
        }
        throw Problem.never("The data set has no factor '" + name + "' for the guided latent."
                + Nearest.suggestion(name, space.factors().stream().map(Factor::name).toList()));
    }

    /**
     * 1 where observations have the attribute, else 0.
     *
     * @param labels factor rows, [..., B, K], int64
     * @param like   gives the type of the result, [..., B]
     */
    public Tensor of(Tensor labels, Tensor like) {
        Tensor values = labels.select(-1, factor);
        Tensor has = value == UPPER_HALF ? values.ge(new Scalar(size / 2.0)) : values.eq(new Scalar((double) value));
        return has.to(like.scalar_type());
    }
}
