package org.distaff.metrics.information;

/** Modularity of a latent × factor matrix (Ridgeway and Mozer, NeurIPS 2018, §3.1). */
public final class Modularity {

    private Modularity() {
    }

    /**
     * Of each latent: 1 − Σ_{k ≠ k*} m_k² / (m_{k*}² (K − 1)); 0 for a latent that knows nothing about any factor.
     *
     * @param information {@code [latent][factor]}
     */
    public static double[] ofLatents(double[][] information) {
        double[] modularity = new double[information.length];
        for (int d = 0; d < information.length; d++) {
            double sum = 0;
            double largest = 0;
            for (double value : information[d]) {
                sum += value * value;
                largest = Math.max(largest, value * value);
            }
            int factors = information[d].length;
            modularity[d] = largest == 0 ? 0 : 1 - (sum - largest) / (largest * (factors - 1));
        }
        return modularity;
    }
}
