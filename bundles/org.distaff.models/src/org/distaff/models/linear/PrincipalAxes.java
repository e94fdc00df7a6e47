package org.distaff.models.linear;

import java.util.random.RandomGenerator;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/**
 * The directions in which observations vary most.
 *
 * @param mean      mean observation, P values
 * @param axes      orthonormal directions, {@code D × P}, row by row, the largest variance first; of each the entry of
 *                  largest size is positive
 * @param variances variance along each (divisor n − 1)
 */
record PrincipalAxes(double[] mean, double[][] axes, double[] variances) {

    /** Directions beyond those wanted that make the iteration converge faster. */
    private static final int SPARE = 10;
    private static final int ROUNDS = 300;
    /** Largest relative change of a wanted variance between two rounds. */
    private static final double CONVERGED = 1e-9;

    /**
     * Block power iteration on the centred observations (Halko, Martinsson and Tropp, Finding Structure with Randomness,
     * SIAM Review 2011, algorithm 4.4), without ever making the covariance. O(rounds · n P D).
     *
     * @param observations {@code n × P}, row by row
     * @throws Problem (never) when the observations vary in fewer directions than wanted
     */
    static PrincipalAxes of(float[] observations, int points, int count, RandomGenerator random, Progress progress) {
        int width = observations.length / points;
        int block = Math.min(count + SPARE, Math.min(points - 1, width));
        if (block < count) {
            throw Problem.never(points + " observations of " + width + " values vary in at most " + block
                    + " directions, fewer than the " + count + " latents; use fewer latents or more observations.");
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor data = torch.from_blob(new FloatPointer(observations), points, width).to(torch.ScalarType.Double);
            Tensor mean = data.mean(0);
            Tensor centred = data.sub(mean);
            Tensor basis = torch.linalg_qr(gaussian(width, block, random)).get0();
            double[] variances = new double[count];
            for (int round = 0; round < ROUNDS; round++) {
                progress.check();
                progress.report((double) round / ROUNDS, "finding principal axes, round " + (round + 1));
                Tensor image = torch.matmul(centred.t(), torch.matmul(centred, basis));
                basis = torch.linalg_qr(image).get0();
                double[] next = variances(torch.matmul(centred, basis), count, points);
                boolean converged = change(variances, next) < CONVERGED;
                variances = next;
                if (converged) {
                    break;
                }
            }
            return rotate(centred, basis, mean, count, points);
        }
    }

    /** Turns the converged subspace's basis into its principal axes. */
    private static PrincipalAxes rotate(Tensor centred, Tensor basis, Tensor mean, int count, int points) {
        Tensor scores = torch.matmul(centred, basis);
        var eigen = torch.linalg_eigh(torch.matmul(scores.t(), scores).div(new Scalar((double) points - 1)));
        double[] ascending = values(eigen.get0());
        int block = ascending.length;
        double[] all = values(torch.matmul(basis, eigen.get1()).t().contiguous());
        int width = all.length / block;
        double[][] axes = new double[count][];
        double[] variances = new double[count];
        for (int d = 0; d < count; d++) {
            int row = block - 1 - d;
            variances[d] = ascending[row];
            if (variances[d] <= 1e-12 * ascending[block - 1]) {
                throw Problem.never("The observations vary in only " + d + " directions, fewer than the " + count
                        + " latents; use fewer latents.");
            }
            axes[d] = oriented(java.util.Arrays.copyOfRange(all, row * width, (row + 1) * width));
        }
        return new PrincipalAxes(values(mean), axes, variances);
    }

    private static double[] oriented(double[] axis) {
        int largest = 0;
        for (int i = 1; i < axis.length; i++) {
            largest = Math.abs(axis[i]) > Math.abs(axis[largest]) + 1e-12 ? i : largest;
        }
        if (axis[largest] < 0) {
            for (int i = 0; i < axis.length; i++) {
                axis[i] = -axis[i];
            }
        }
        return axis;
    }

    private static double[] variances(Tensor scores, int count, int points) {
        double[] ascending = values(torch.linalg_eigvalsh(torch.matmul(scores.t(), scores)
                .div(new Scalar((double) points - 1))));
        double[] largest = new double[count];
        for (int d = 0; d < count; d++) {
            largest[d] = ascending[ascending.length - 1 - d];
        }
        return largest;
    }

    private static double change(double[] before, double[] after) {
        double largest = 0;
        for (int d = 0; d < after.length; d++) {
            largest = Math.max(largest, Math.abs(after[d] - before[d]) / Math.max(after[d], Double.MIN_NORMAL));
        }
        return largest;
    }

    private static Tensor gaussian(int rows, int columns, RandomGenerator random) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Tensor.create(values, rows, columns);
    }

    private static double[] values(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        new DoublePointer(tensor.contiguous().data_ptr()).get(values);
        return values;
    }

    /** Coordinates of the observations along the axes, each scaled to unit variance, {@code n × D}. */
    double[] whitened(float[] observations) {
        int width = mean.length;
        int points = observations.length / width;
        double[] scores = new double[points * axes.length];
        for (int n = 0; n < points; n++) {
            for (int d = 0; d < axes.length; d++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += axes[d][i] * (observations[n * width + i] - mean[i]);
                }
                scores[n * axes.length + d] = sum / Math.sqrt(variances[d]);
            }
        }
        return scores;
    }
}
