package org.distaff.metrics.factorvae;

/** Accuracies in units in which guessing is worth nothing. */
final class Chance {

    private Chance() {
    }

    /** (accuracy − 1/K) / (1 − 1/K): 0 for guessing, 1 at best; NaN with a single factor. */
    static double corrected(double accuracy, int factors) {
        return (accuracy - 1.0 / factors) / (1 - 1.0 / factors);
    }
}
