package org.distaff.metrics.factorvae;

/**
 * How often each latent was voted for while each factor was held.
 *
 * @param counts {@code K × D}
 */
public record VoteCount(int[][] counts) {

    /** The factor that gave a latent most votes, for every latent; the first among equals, 0 without votes. */
    public int[] majority() {
        int[] majority = new int[counts[0].length];
        for (int d = 0; d < majority.length; d++) {
            for (int k = 1; k < counts.length; k++) {
                majority[d] = counts[k][d] > counts[majority[d]][d] ? k : majority[d];
            }
        }
        return majority;
    }

    /** Share of the votes from which a classifier latent → factor tells the held factor. */
    public double accuracy(int[] classifier) {
        long right = 0;
        long all = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int d = 0; d < classifier.length; d++) {
                all += counts[k][d];
                right += classifier[d] == k ? counts[k][d] : 0;
            }
        }
        return (double) right / all;
    }

    /** The counts with latents as rows and factors as columns. */
    double[][] latentByFactor() {
        double[][] matrix = new double[counts[0].length][counts.length];
        for (int d = 0; d < matrix.length; d++) {
            for (int k = 0; k < counts.length; k++) {
                matrix[d][k] = counts[k][d];
            }
        }
        return matrix;
    }
}
