package org.distaff.metrics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.Comparison;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/**
 * ModelCentrality: how well a model's encoder recovers the latents of other models' decoders, and theirs its own. Needs
 * neither factors nor observations. Lin et al., InfoGAN-CR and ModelCentrality: Self-supervised Model Training and
 * Selection for Disentangling GANs, ICML 2020, section 5.
 */
public final class ModelCentrality implements Comparison {

    @Override
    public Description describe() {
        return Description.of("model-centrality", "ModelCentrality")
                .summary("How well models recover each other's latents from images they generate")
                .help("""
                        B[i, j] is the FactorVAE score of model i's encoder on images of model j's decoder, with j's \
                        latents as the factors of variation. A = (B + Bᵀ) / 2, and score of model i is the mean of \
                        row i of A without its diagonal. In [0, 1]; higher is better: the central model agrees with \
                        the others most.

                        One vote of B[i, j]: latents of j are drawn from the prior N(0, 1), a batch of them; one \
                        latent, all in turn, is held at the value of the batch's first point; the vote goes to the \
                        latent d of i with the smallest Var_batch(z_d) / Var(z_d), Var(z_d) being that over \
                        numVariance freely drawn images. B[i, j] is the accuracy of the majority vote on the votes it \
                        was made from, which is biased upward for few votes. Latents are continuous and not cut into \
                        values; decoders are shown equal latents, so that B[i, j] depends on i and j alone.

                        Every latent of j counts as a factor, also one that its decoder ignores and nobody can \
                        recover: models with dead latents score lower. Constant latents of i get no vote. A model \
                        without a decoder gets no score and does not count as a peer. Codes are [batch, D]; images \
                        are shown as the decoder's mean.

                        Cost: M (numVariance + votes · batch) images decoded and M times as many encoded, for M \
                        models. Lin et al.'s code takes 1000 votes of 100 images and 73,728 images for the variances; \
                        the defaults here are about a fifth of that, with a standard error of B of at most 0.03.""")
                .reference("Lin, Thekumparampil, Fanti, Oh, InfoGAN-CR and ModelCentrality: Self-supervised Model "
                        + "Training and Selection for Disentangling GANs, ICML 2020, section 5")
                .parameter(Parameter.integer("votes", 500).range(1, 10_000_000)
                        .meaning("votes for each pair of models"))
                .parameter(Parameter.integer("batch", 64).range(2, 65_536).meaning("images per vote"))
                .parameter(Parameter.integer("numVariance", 4000).range(2, 10_000_000)
                        .meaning("images each latent's overall variance is estimated from"))
                .score(ScoreMeaning.higher("score", 0, 1, "mean mutual FactorVAE score with the other models"));
    }

    @Override
    public List<Scores> compare(List<Evaluation> models, Progress progress) {
        int[] usable = IntStream.range(0, models.size())
                .filter(i -> models.get(i).model().filter(Autoencoder::decodes).isPresent()).toArray();
        List<Autoencoder> encoders = Arrays.stream(usable).mapToObj(i -> models.get(i).model().orElseThrow()).toList();
        requireOneShape(encoders);
        double[][] mutual = new double[models.size()][models.size()];
        Arrays.stream(mutual).forEach(row -> Arrays.fill(row, Double.NaN));
        for (int j = 0; j < usable.length && usable.length > 1; j++) {
            Progress part = progress.part((double) j / usable.length, (j + 1.0) / usable.length);
            double[] column = new GeneratedVotes(models.get(usable[j]), encoders).scores(part);
            for (int i = 0; i < usable.length; i++) {
                mutual[usable[i]][usable[j]] = column[i];
            }
        }
        double[] centrality = centrality(mutual);
        List<Scores> scores = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            boolean decodes = models.get(i).model().filter(Autoencoder::decodes).isPresent();
            Scores found = Scores.of("score", centrality[i])
                    .matrix("factor-vae-score", Models.matrix(mutual))
                    .fact("variant", "all latents held in turn, accuracy on the same votes (Lin et al. 2020)")
                    .fact("models", models.size())
                    .fact("votes", models.get(i).parameters().integer("votes"))
                    .fact("variance-points", models.get(i).parameters().integer("numVariance"))
                    .fact("estimator", "majority vote, batches of " + models.get(i).parameters().integer("batch"));
            scores.add(!decodes ? found.warning("ModelCentrality is undefined without a decoder.")
                    : usable.length > 1 ? found
                    : found.warning("ModelCentrality is undefined, because no other model has a decoder."));
        }
        return scores;
    }

    private static void requireOneShape(List<Autoencoder> models) {
        for (Autoencoder model : models) {
            if (!model.observation().equals(models.get(0).observation())) {
                throw Problem.input("ModelCentrality shows the images of one model to another, but one takes "
                        + models.get(0).observation() + " and another " + model.observation()
                        + " (height×width×channels); compare models of one shape.");
            }
        }
    }

    /**
     * Mean of each row of (B + Bᵀ) / 2 off the diagonal, over the defined entries; NaN where there are none.
     *
     * @param mutual B, {@code models × models}
     */
    public static double[] centrality(double[][] mutual) {
        return IntStream.range(0, mutual.length).mapToDouble(i -> IntStream.range(0, mutual.length)
                .filter(j -> j != i).mapToDouble(j -> (mutual[i][j] + mutual[j][i]) / 2)
                .filter(a -> !Double.isNaN(a)).average().orElse(Double.NaN)).toArray();
    }
}
