package org.distaff.metrics.factorvae;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/**
 * FactorVAE score: hold one factor, see which latent varies least relative to its overall variance, and let a majority vote
 * tell the factor from that latent. Accuracy on fresh votes, in [0, 1], chance is about 1/K, higher is better. Cost: (numTrain +
 * numEval) · batch encoded observations.
 * Source: Kim and Mnih, Disentangling by Factorising, ICML 2018, §4 and appendix B; defaults of Locatello et al., ICML 2019.
 */
public final class FactorVaeScore implements Metric {

    /** Points per call of the encoder; votes are gathered until they make so many. */
    private static final int POINTS_AT_ONCE = 4096;

    @Override
    public Description describe() {
        return Description.of("factor-vae-score", "FactorVAE score")
                .summary("Accuracy of telling which factor was held from the latent that varied least")
                .help("""
                        One vote: a factor is drawn and held at a random value over a batch, all others are random; the latent \
                        with the smallest variance relative to its global variance votes for the factor. The majority factor \
                        of each latent is the classifier; the score is its accuracy on fresh votes. Range 0 to 1, chance is \
                        about 1/K, higher is better.

                        Latents whose global standard deviation is below the threshold are left out first; without any left \
                        the score is 0.""")
                .reference("Kim and Mnih, Disentangling by Factorising, ICML 2018, §4")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix (batch 64, threshold 0.05)")
                .parameter(Parameter.integer("batch", 64).range(2, 65_536).meaning("observations per vote"))
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000).meaning("training votes"))
                .parameter(Parameter.integer("numEval", 5_000).range(1, 10_000_000).meaning("votes the score is made of"))
                .parameter(Parameter.integer("numVariance", 10_000).range(2, 10_000_000)
                        .meaning("points of the global variances"))
                .parameter(Parameter.real("threshold", 0.05).range(0, 1e6)
                        .meaning("smallest global standard deviation of an active latent"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation all = evaluation.source().sample(evaluation.parameters().integer("numVariance"),
                evaluation.random("factor-vae-score/variance"));
        double[] global = Variances.of(all.codes(), all.latents(), 0, all.points());
        double threshold = evaluation.parameters().real("threshold");
        int[] active = IntStream.range(0, global.length)
                .filter(d -> Math.sqrt(global[d]) >= threshold && global[d] > 0).toArray();
        if (active.length == 0) {
            return facts(Scores.of("score", 0).and("train-accuracy", 0).and("active-latents", 0), evaluation)
                    .warning("No latent varies by a standard deviation of " + threshold + " or more: the score is 0.");
        }
        Votes train = votes(evaluation, "train", evaluation.parameters().integer("numTrain"), global, active,
                progress.part(0, 0.66));
        Votes fresh = votes(evaluation, "eval", evaluation.parameters().integer("numEval"), global, active,
                progress.part(0.66, 1));
        int[] classifier = train.classifier();
        Scores scores = Scores.of("score", fresh.accuracy(classifier)).and("train-accuracy", train.accuracy(classifier))
                .and("active-latents", active.length).matrix("votes", matrix(all, train, active));
        if (active.length < global.length) {
            scores = scores.warning(global.length - active.length + " of " + global.length
                    + " latents vary less than the threshold of " + threshold + " and were left out.");
        }
        return facts(scores, evaluation);
    }

    private static Scores facts(Scores scores, Evaluation evaluation) {
        return scores.fact("trainVotes", evaluation.parameters().integer("numTrain"))
                .fact("evalVotes", evaluation.parameters().integer("numEval"))
                .fact("batch", evaluation.parameters().integer("batch"));
    }

    private static Matrix matrix(Representation points, Votes votes, int[] active) {
        double[][] values = new double[points.latents()][votes.counts().length];
        for (int a = 0; a < active.length; a++) {
            for (int k = 0; k < votes.counts().length; k++) {
                values[active[a]][k] = votes.counts()[k][a];
            }
        }
        return Matrix.latentByFactor(points, values);
    }

    private static Votes votes(Evaluation evaluation, String purpose, int wanted, double[] global, int[] active,
            Progress progress) {
        RandomGenerator random = evaluation.random("factor-vae-score/" + purpose);
        List<Integer> sizes = evaluation.source().space().factors().stream().map(f -> f.size()).toList();
        int batch = evaluation.parameters().integer("batch");
        int[][] counts = new int[sizes.size()][active.length];
        int atOnce = Math.max(1, POINTS_AT_ONCE / batch);
        for (int done = 0; done < wanted; done += atOnce) {
            progress.check();
            progress.report((double) done / wanted, "FactorVAE score: " + purpose + " votes");
            int votes = Math.min(atOnce, wanted - done);
            int[] factor = new int[votes * batch];
            int[] value = new int[votes * batch];
            for (int v = 0; v < votes; v++) {
                int held = random.nextInt(sizes.size());
                Arrays.fill(factor, v * batch, (v + 1) * batch, held);
                Arrays.fill(value, v * batch, (v + 1) * batch, random.nextInt(sizes.get(held)));
            }
            Representation codes = evaluation.source().sampleHolding(factor, value, random);
            for (int v = 0; v < votes; v++) {
                double[] local = Variances.of(codes.codes(), codes.latents(), v * batch, batch);
                counts[factor[v * batch]][Variances.leastVarying(local, global, active)]++;
            }
        }
        return new Votes(counts);
    }
}
