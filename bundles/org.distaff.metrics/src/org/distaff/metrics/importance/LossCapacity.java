package org.distaff.metrics.importance;

/**
 * How fast the loss of a predictor falls as it may grow: Eastwood et al., DCI-ES: An Extended Disentanglement
 * Framework with Connections to Identifiability, ICLR 2023, section 4.
 *
 * @param capacities where the loss was measured, ascending
 * @param losses     the least loss at that capacity or a smaller one
 */
public record LossCapacity(double[] capacities, double[] losses) {

    /** The curve of measured losses: replaced by their running minimum, since a larger predictor can do no worse. */
    public static LossCapacity of(double[] capacities, double[] measured) {
        double[] losses = measured.clone();
        for (int i = 1; i < losses.length; i++) {
            losses[i] = Math.min(losses[i], losses[i - 1]);
        }
        return new LossCapacity(capacities, losses);
    }

    /**
     * Explicitness 1 − 2 A / ((largest − smallest) · baseline), where A is the area between the curve and its minimum
     * (trapezia). Beyond its last capacity a curve is flat, so it adds nothing there. 1 when the smallest predictor
     * already does as well as any, 0 when the loss falls evenly from the baseline to nothing, negative when only large
     * predictors do well. A curve that never falls has explicitness 1 too: it says nothing about how well one does.
     *
     * @param smallest smallest capacity of all curves that are compared
     * @param largest  largest one, above the smallest
     * @param baseline loss of a predictor that does not look at the codes, above 0
     */
    public double explicitness(double smallest, double largest, double baseline) {
        double least = losses[losses.length - 1];
        double area = 0;
        for (int i = 1; i < losses.length; i++) {
            area += (capacities[i] - capacities[i - 1]) * ((losses[i - 1] + losses[i]) / 2 - least);
        }
        return 1 - 2 * area / ((largest - smallest) * baseline);
    }
}
