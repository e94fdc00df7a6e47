package org.distaff.metrics.information;

import java.util.Arrays;

import org.distaff.core.metric.Representation;

/**
 * Plug-in mutual information in nats between binned latents and factors. Biased upward by about (bins − 1)(values − 1)/(2 N) for
 * independent variables. Cost O(N D K).
 *
 * @param matrix  {@code [latent][factor]} I(z_d; y_k)
 * @param entropy H(y_k) of each factor
 */
public record MutualInformation(double[][] matrix, double[] entropy) {

    /** Terms smaller than this are rounding. */
    private static final double EPSILON = Math.ulp(1.0);

    private record Key(int bins) {
    }

    /** Of a representation's points; computed once per number of bins. */
    public static MutualInformation of(Representation representation, int bins) {
        return representation.derive(new Key(bins), r -> compute(r, bins));
    }

    private static MutualInformation compute(Representation r, int bins) {
        int[][] latents = Bins.of(r, bins);
        int factors = r.space().count();
        double[][] matrix = new double[latents.length][factors];
        double[] entropy = new double[factors];
        for (int k = 0; k < factors; k++) {
            int[] factor = r.factor(k);
            int size = r.space().size(k);
            for (int d = 0; d < latents.length; d++) {
                matrix[d][k] = between(latents[d], bins, factor, size);
            }
            entropy[k] = between(factor, size, factor, size);
        }
        return new MutualInformation(matrix, entropy);
    }

    /**
     * Mutual information of two labellings; exactly 0 when either has a single value, never negative.
     *
     * @param a      labels in [0, sizeA)
     * @param b      labels in [0, sizeB)
     */
    public static double between(int[] a, int sizeA, int[] b, int sizeB) {
        int[] joint = new int[sizeA * sizeB];
        int[] countA = new int[sizeA];
        int[] countB = new int[sizeB];
        for (int n = 0; n < a.length; n++) {
            joint[a[n] * sizeB + b[n]]++;
            countA[a[n]]++;
            countB[b[n]]++;
        }
        if (single(countA) || single(countB)) {
            return 0; // exactly: later metrics ask whether a latent knows nothing at all
        }
        double total = a.length;
        double logTotal = Math.log(total);
        double information = 0;
        for (int i = 0; i < sizeA; i++) {
            for (int j = 0; j < sizeB; j++) {
                int count = joint[i * sizeB + j];
                if (count > 0) {
                    double share = count / total;
                    double logProduct = -Math.log((double) countA[i] * countB[j]) + logTotal + logTotal;
                    double term = share * (Math.log(count) - logTotal) + share * logProduct;
                    information += Math.abs(term) < EPSILON ? 0 : term;
                }
            }
        }
        return Math.max(0, information);
    }

    private static boolean single(int[] counts) {
        return Arrays.stream(counts).filter(c -> c > 0).count() <= 1;
    }
}
