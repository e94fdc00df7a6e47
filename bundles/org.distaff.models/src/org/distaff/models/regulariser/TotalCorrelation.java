package org.distaff.models.regulariser;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Estimates of the aggregate posterior's total correlation TC = KL(q(z) ‖ Π_d q(z_d)) from one minibatch. They differ by
 * large offsets, may be negative, and say little about the true value; the name of the estimator belongs beside every
 * number. DLIB, BATCH_MEAN and MWS have equal gradients.
 */
public enum TotalCorrelation {

    /**
     * Sums over the batch without any normalisation: BATCH_MEAN − (D − 1) ln B. Locatello et al., Challenging Common
     * Assumptions in the Unsupervised Learning of Disentangled Representations, ICML 2019, as released.
     */
    DLIB,
    /** The aggregate posterior as the mixture of the batch's posteriors, weight 1/B each. */
    BATCH_MEAN,
    /**
     * Minibatch-weighted sampling: weight 1/(N B) each. Chen et al., Isolating Sources of Disentanglement in Variational
     * Autoencoders, NeurIPS 2018, section 4.1.
     */
    MWS,
    /** Minibatch stratified sampling. Chen et al. 2018, appendix C.2. */
    MSS,
    /**
     * Stratified sampling as released: the weights 1/N stand in the matrix's first column instead of its diagonal, the
     * stratified ones in its second, and one of them in the wrong row.
     */
    MSS_RELEASED;

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** The name in study files: mss-released. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The estimator with that name. */
    public static TotalCorrelation of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All names, the default first. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(TotalCorrelation::id).toList();
    }

    /**
     * The estimate for a batch; several models may stand in front of the batch axis.
     *
     * @param codes        z, [..., B, D], drawn from the posteriors
     * @param means        μ, [..., B, D]
     * @param logVariances ln σ², [..., B, D]
     * @param population   number N of observations of the data set
     * @return estimate in nats, [...]
     */
    public Tensor estimate(Tensor codes, Tensor means, Tensor logVariances, double population) {
        Tensor densities = logDensities(codes, means, logVariances);
        long batch = codes.size(-2);
        double latents = codes.size(-1);
        return switch (this) {
            case DLIB -> plain(densities);
            case BATCH_MEAN -> plain(densities).add(new Scalar((latents - 1) * Math.log(batch)));
            case MWS -> plain(densities).add(new Scalar((latents - 1) * Math.log(population * batch)));
            case MSS, MSS_RELEASED -> weighted(densities, logWeights((int) batch, population, this == MSS).to(
                    codes.device(), codes.scalar_type()));
        };
    }

    /** ln q(z_jd | x_i) of every pair: [..., j, i, d]. */
    static Tensor logDensities(Tensor codes, Tensor means, Tensor logVariances) {
        Tensor variances = logVariances.unsqueeze(-3);
        Tensor squares = torch.square(codes.unsqueeze(-2).sub(means.unsqueeze(-3)));
        return squares.mul(torch.exp(variances.neg())).add(variances).add(new Scalar(LOG_TWO_PI)).mul(new Scalar(-0.5));
    }

    private static Tensor plain(Tensor densities) {
        Tensor joint = torch.logsumexp(densities.sum(-1), -1);
        Tensor marginals = torch.logsumexp(densities, -2).sum(-1);
        return joint.sub(marginals).mean(-1);
    }

    private static Tensor weighted(Tensor densities, Tensor logWeights) {
        Tensor joint = torch.logsumexp(densities.sum(-1).add(logWeights), -1);
        Tensor marginals = torch.logsumexp(densities.add(logWeights.unsqueeze(-1)), -2).sum(-1);
        return joint.sub(marginals).mean(-1);
    }

    /**
     * Logarithms of the importance weights: row j weighs the posteriors i of the batch for code j. An observation's own
     * posterior weighs 1/N, one other (N − M)/(N M), the rest 1/M, where M = B − 1; rows sum to 1.
     */
    static Tensor logWeights(int batch, double population, boolean corrected) {
        return Tensor.create(weights(batch, population, corrected), batch, batch).log();
    }

    /** The weights themselves, row by row. */
    public static double[] weights(int batch, double population, boolean corrected) {
        int others = batch - 1;
        double[] weights = new double[batch * batch];
        Arrays.fill(weights, 1.0 / others);
        double stratified = (population - others) / (population * others);
        int stride = corrected ? batch + 1 : batch;
        for (int i = 0; i < weights.length; i += stride) {
            weights[i] = 1 / population;
        }
        for (int i = 1; i < weights.length; i += stride) {
            weights[i] = stratified;
        }
        weights[(corrected ? others : others - 1) * batch] = stratified;
        return weights;
    }
}
