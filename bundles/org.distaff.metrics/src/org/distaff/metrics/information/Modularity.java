package org.distaff.metrics.information;

/**
 * Modularity: whether each latent tells about a single factor only. Ridgeway and Mozer, Learning Deep Disentangled
 * Embeddings with the F-Statistic Loss, NeurIPS 2018, section 3.
 */
public final class Modularity {

    private Modularity() {
    }

    /**
     * For each latent 1 − Σ_{k≠k*} m_k² / (m_k*² (K − 1)), in [0, 1], where m is the latent's mutual information with
     * each factor and k* its best factor; 0 for a latent that knows nothing at all.
     *
     * @param information mutual information {@code D × K}, at least 0
     * @return {@code D} values; NaN with a single factor
     */
    public static double[] perLatent(double[][] information) {
        double[] result = new double[information.length];
        for (int d = 0; d < result.length; d++) {
            double best = 0;
            double sum = 0;
            for (double nats : information[d]) {
                best = Math.max(best, nats * nats);
                sum += nats * nats;
            }
            double spread = (sum - best) / (best * (information[d].length - 1));
            result[d] = information[d].length < 2 ? Double.NaN : best == 0 ? 0 : 1 - spread;
        }
        return result;
    }
}
