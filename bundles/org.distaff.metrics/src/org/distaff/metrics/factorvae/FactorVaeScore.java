package org.distaff.metrics.factorvae;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/**
 * FactorVAE score: hold one factor, see which latent keeps stillest, and guess the factor from the latent by majority
 * vote. An accuracy in [0, 1], higher is better, chance 1/K. Kim and Mnih, Disentangling by Factorising, ICML 2018,
 * section 4, with the pruning of Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of
 * Disentangled Representations, ICML 2019, appendix C.
 */
public final class FactorVaeScore implements Metric {

    @Override
    public Description describe() {
        return Description.of("factor-vae-score", "FactorVAE score")
                .summary("Accuracy of guessing the held factor from the latent that keeps stillest")
                .help("""
                        One vote: a factor is chosen at random and held at a random value, a batch of points is drawn \
                        whose other factors vary, and the vote goes to the latent d with the smallest Var_batch(z_d) / \
                        Var(z_d). A majority-vote classifier latent → factor is made from the training votes; score is \
                        its accuracy on fresh votes, train-accuracy that on the training votes. In [0, 1]; higher is \
                        better; guessing gives 1/K.

                        Variances divide by N − 1. Latents with a standard deviation below the threshold are pruned \
                        before the vote (active-latents counts the others); when none is left, all scores are 0. Ties \
                        go to the first latent and the first factor. Codes are [batch, D] for each vote. score is an \
                        unbiased estimate of the classifier's accuracy, train-accuracy is biased upward. Cost: batch · \
                        (numTrain + numEval) codes, the most of the usual metrics except the BetaVAE score, then O(D) \
                        for each.

                        Defaults are those of Locatello et al. 2019. Their code counts pruned latents as active ones \
                        in its report; the count here is the true one. On a table of codes, batches are drawn from \
                        the table's own points; a factor value that is rare in the table then gives batches of \
                        repeated points, which keep every latent still. A latent that never varies is always pruned.

                        variant=z-min-var rescales the accuracies so that guessing gives 0, (a − 1/K) / (1 − 1/K), as \
                        in the review of Zaidi et al. 2020 (batches of 200, 800 + 800 votes there). variant=z-max-var \
                        is the metric of Kim et al. 2019 as rescaled there: all factors but one are held, and the vote \
                        goes to the latent with the largest share of variance. On a table it draws points that agree \
                        in all other factors, and is undefined where no two points do.""")
                .reference("Kim, Mnih, Disentangling by Factorising, ICML 2018, section 4")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix C")
                .reference("Zaidi, Boilard, Gagnon, Carbonneau, Measuring Disentanglement: A Review of Metrics, 2020")
                .reference("Kim, Wang, Sahu, Pavlovic, Relevance Factor VAE: Learning and Identifying Disentangled "
                        + "Factors, 2019, section 4")
                .parameter(Parameter.integer("batch", 64).range(2, 65_536).meaning("points per vote"))
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000).meaning("training votes"))
                .parameter(Parameter.integer("numEval", 5_000).range(1, 10_000_000).meaning("votes that are judged"))
                .parameter(Parameter.integer("numVariance", 10_000).range(2, 10_000_000)
                        .meaning("points each latent's overall variance is estimated from"))
                .parameter(Parameter.real("threshold", 0.05).range(0, 1e6)
                        .meaning("standard deviation below which a latent is pruned"))
                .parameter(Parameter.choice("variant", "reference", "z-min-var", "z-max-var")
                        .meaning("one factor held, the same rescaled by chance, or all factors but one held"))
                .score(ScoreMeaning.higher("score", 0, 1, "accuracy of guessing the factor from the latent"))
                .score(ScoreMeaning.higher("train-accuracy", 0, 1, "accuracy on the training votes"))
                .score(ScoreMeaning.neither("active-latents", 0, Double.POSITIVE_INFINITY,
                        "latents that are not pruned"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation all = evaluation.points().all(parameters.integer("numVariance"));
        StillestLatent stillest = new StillestLatent(LatentVariances.of(all), parameters.real("threshold"));
        int active = stillest.active().length;
        int factors = all.space().count();
        VoteCount train = new VoteCount(new int[factors][all.latents()]);
        VoteCount eval = new VoteCount(new int[factors][all.latents()]);
        if (active > 0) {
            int numTrain = parameters.integer("numTrain");
            int numEval = parameters.integer("numEval");
            double share = (double) numTrain / ((double) numTrain + numEval);
            collect(train, stillest, evaluation, numTrain, "train", progress.part(0, share));
            collect(eval, stillest, evaluation, numEval, "eval", progress.part(share, 1));
        }
        int[] classifier = train.majority();
        Scores scores = Scores.of("score", accuracy(eval, classifier, active, parameters))
                .and("train-accuracy", accuracy(train, classifier, active, parameters))
                .and("active-latents", active)
                .matrix("votes", Matrix.latentByFactor(all, train.latentByFactor()))
                .matrix("eval-votes", Matrix.latentByFactor(all, eval.latentByFactor()))
                .fact("variant", parameters.text("variant").equals("reference") ? "pruned (Locatello et al. 2019)"
                        : parameters.text("variant") + ", pruned, rescaled by chance (Zaidi et al. 2020)")
                .fact("variance-points", all.points())
                .fact("votes", parameters.integer("numTrain") + " + " + parameters.integer("numEval"))
                .fact("estimator", "majority vote, batches of " + parameters.integer("batch"));
        if (active == 0) {
            scores = scores.warning("All latents are dead: none has a standard deviation of at least "
                    + parameters.real("threshold") + ".");
        }
        if (Double.isNaN(scores.values().get("score"))) {
            scores = scores.warning("The FactorVAE score of variant " + parameters.text("variant")
                    + " is undefined: it needs two factors and, for each of them, points that differ in it only.");
        }
        if (evaluation.source() instanceof CodeTable) {
            scores = scores.warning("The batches with a held factor were drawn from the table of codes, not from the "
                    + "whole factor space.");
        }
        if (active > 0 && active < all.latents()) {
            scores = scores.warning((all.latents() - active) + " of " + all.latents()
                    + " latents are pruned" + (parameters.real("threshold") > 0 ? ": their standard deviation is below "
                            + parameters.real("threshold") + "."
                            : " because they are constant; the reference's score is undefined then."));
        }
        return scores;
    }

    /** Share of right guesses, rescaled if the variant says so; 0 without live latents, NaN without votes. */
    private static double accuracy(VoteCount votes, int[] classifier, int active, Parameters parameters) {
        double accuracy = active == 0 ? 0 : votes.accuracy(classifier);
        return active == 0 || parameters.text("variant").equals("reference") ? accuracy
                : Chance.corrected(accuracy, votes.counts().length);
    }

    private static void collect(VoteCount count, StillestLatent latents, Evaluation evaluation, int votes,
            String purpose, Progress progress) {
        int batch = evaluation.parameters().integer("batch");
        String stream = "factor-vae-score/" + purpose;
        if (evaluation.parameters().text("variant").equals("z-max-var")) {
            FreeBatches batches = new FreeBatches(evaluation, stream + "/free", batch);
            if (batches.possible()) {
                batches.each(votes, "FactorVAE score", progress, (vote, factor, codes, from) ->
                        count.counts()[factor][latents.liveliest(codes, from, from + batch)]++);
            }
            return;
        }
        new HeldBatches(evaluation, stream, batch, batch).each(votes, "FactorVAE score", progress,
                (vote, factor, codes, from) ->
                        count.counts()[factor][latents.vote(codes, from, from + batch)]++);
    }
}
