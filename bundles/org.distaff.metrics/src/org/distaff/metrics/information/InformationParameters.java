package org.distaff.metrics.information;

import org.distaff.core.describe.Parameter;

/** Parameters that several metrics share, with the defaults of Locatello et al., ICML 2019. */
public final class InformationParameters {

    public static final Parameter TRAIN = Parameter.integer("numTrain", 10_000).range(2, 10_000_000)
            .meaning("training points drawn from a data set; tables are used whole");
    public static final Parameter TEST = Parameter.integer("numTest", 5_000).range(2, 10_000_000)
            .meaning("test points drawn from a data set; tables are used whole");
    public static final Parameter BINS = Parameter.integer("bins", 20).range(2, 1000)
            .meaning("equal-width bins per latent");

    private InformationParameters() {
    }
}
