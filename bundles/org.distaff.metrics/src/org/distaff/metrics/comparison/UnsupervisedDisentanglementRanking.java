package org.distaff.metrics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Comparison;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Workers;

/**
 * UDR: models that disentangle agree with each other up to order and sign of their latents, so a model is good when its
 * latents match those of others one to one. Needs no factors. Duan et al., Unsupervised Model Selection for Variational
 * Disentangled Representation Learning, ICLR 2020, section 4.
 */
public final class UnsupervisedDisentanglementRanking implements Comparison {

    private static final String LASSO = "lasso";

    @Override
    public Description describe() {
        return Description.of("udr", "Unsupervised disentanglement ranking")
                .summary("How far a model's latents match those of equally trained models one to one")
                .help("""
                        All models see the same observations. Latents whose mean KL(q(z|x) ‖ N(0, 1)) is at most \
                        klThreshold are left out, the others' means are standardised. For two models i and j, R[a, b] \
                        says how strongly latent a of i goes with latent b of j: the absolute weight of a lasso \
                        regression of j's latents on i's (method=lasso, minimising ‖y − Z w‖² / 2N + alpha ‖w‖₁), or \
                        the absolute rank correlation (method=spearman). Their pairwise score is half the mean over b \
                        of max_a R² / Σ_a R plus half the mean over a of max_b R² / Σ_b R, 0 where a sum is 0. score \
                        of model i is the median over the other models j of the pairwise score of j and i. In [0, 1]; \
                        higher is better.

                        Scores say how well a model agrees with its peers: they depend on which models those are, and \
                        models that are all entangled alike score well. They rank the models of one setting and of \
                        settings with equal numbers of models. The median over few peers is noisy; the paper found 5 \
                        models enough. Weights of latents that go together strongly may exceed 1.

                        Codes are [numDataPoints, D] for each of M models; D may differ. Cost O(M² N D²) beside \
                        encoding numDataPoints observations with each model. A model without a posterior, or with all \
                        latents left out, gets no score and does not count as a peer; Duan et al.'s code gives NaN to \
                        all instead. The lasso is solved by coordinate descent to a duality gap of 10⁻⁴ yᵀy as in \
                        scikit-learn; its intercept is 0 because codes have mean 0.""")
                .reference("Duan, Matthey, Saraiva, Watters, Burgess, Lerchner, Higgins, Unsupervised Model Selection "
                        + "for Variational Disentangled Representation Learning, ICLR 2020, section 4")
                .parameter(Parameter.choice("method", LASSO, "spearman").meaning("how latents are related"))
                .parameter(Parameter.real("alpha", 0.1).range(0, 1e6)
                        .meaning("weight of the penalty (method=lasso); 0.1 in the code of Duan et al."))
                .parameter(Parameter.real("klThreshold", 0.01).range(0, 1e6)
                        .meaning("mean KL in nats up to which a latent is left out; 0.01 in the code of Duan et al."))
                .parameter(Parameter.integer("numDataPoints", 1000).range(2, 10_000_000).meaning("observations"))
                .score(ScoreMeaning.higher("score", 0, 1, "median match with the other models' latents"));
    }

    @Override
    public List<Scores> compare(List<Evaluation> models, Progress progress) {
        Parameters parameters = models.get(0).parameters();
        Candidates candidates = candidates(models, progress.part(0, 0.8));
        int count = models.size();
        double[][] pairwise = new double[count][count];
        Arrays.stream(pairwise).forEach(row -> Arrays.fill(row, Double.NaN));
        boolean[] unsolved = new boolean[count * count];
        try (Workers workers = new Workers(models.get(0).threads())) {
            workers.each(count * count, pair -> {
                progress.check();
                int i = pair / count;
                int j = pair % count;
                if (i != j && candidates.latents[i] != null && candidates.latents[j] != null) {
                    LatentMatch match = match(candidates.latents[i], candidates.latents[j], parameters);
                    pairwise[i][j] = match.score();
                    unsolved[pair] = !match.converged();
                }
            });
        }
        List<Scores> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Scores found = Scores.of("score", ranking(pairwise, i))
                    .matrix("pairwise", Models.matrix(pairwise))
                    .fact("variant", parameters.text("method")).fact("models", count)
                    .fact("points", candidates.points[i])
                    .fact("latents", candidates.latents[i] == null ? 0 : candidates.latents[i].columns().length)
                    .fact("estimator", "median over the other models");
            scores.add(warned(found, candidates.reasons[i], IntStream.range(0, unsolved.length)
                    .filter(pair -> unsolved[pair]).count()));
        }
        progress.report(1, "UDR: compared");
        return scores;
    }

    /** @param latents {@code null} where there is a reason against it */
    private record Candidates(InformativeLatents[] latents, String[] reasons, int[] points) {
    }

    private static Candidates candidates(List<Evaluation> models, Progress progress) {
        int count = models.size();
        Candidates found = new Candidates(new InformativeLatents[count], new String[count], new int[count]);
        int expected = 0;
        for (int i = 0; i < count; i++) {
            progress.check();
            progress.report((double) i / count, "UDR: encoding with model " + i + " of " + count);
            Parameters parameters = models.get(i).parameters();
            Optional<Posterior> posterior = models.get(i).points().posterior(parameters.integer("numDataPoints"));
            if (posterior.isEmpty()) {
                found.reasons[i] = "UDR is undefined without a posterior; the encoder gives means only.";
                continue;
            }
            found.points[i] = posterior.get().means().points();
            if (expected > 0 && expected != found.points[i]) {
                throw Problem.input("UDR needs all models to encode the same observations, but there are " + expected
                        + " of one and " + found.points[i] + " of another.");
            }
            expected = found.points[i];
            InformativeLatents latents = InformativeLatents.of(posterior.get(), parameters.real("klThreshold"));
            if (latents.columns().length == 0) {
                found.reasons[i] = "UDR is undefined: all latents have a mean KL of at most "
                        + parameters.real("klThreshold") + " nats, so the model has collapsed.";
            } else {
                found.latents[i] = latents;
            }
        }
        return found;
    }

    private static LatentMatch match(InformativeLatents one, InformativeLatents other, Parameters parameters) {
        return parameters.text("method").equals(LASSO)
                ? LatentMatch.lasso(one.columns(), other.columns(), parameters.real("alpha"))
                : LatentMatch.spearman(one.columns(), other.columns());
    }

    /** Median of the defined pairwise scores in a model's column; NaN when there are none. */
    public static double ranking(double[][] pairwise, int model) {
        double[] others = IntStream.range(0, pairwise.length).filter(j -> j != model)
                .mapToDouble(j -> pairwise[j][model]).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int middle = others.length / 2;
        return others.length == 0 ? Double.NaN
                : others.length % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
    }

    private static Scores warned(Scores scores, String reason, long unsolved) {
        Scores result = scores;
        if (reason != null) {
            result = result.warning(reason);
        } else if (Double.isNaN(scores.values().get("score"))) {
            result = result.warning("UDR is undefined, because no other model can be compared with this one.");
        }
        return unsolved == 0 ? result : result.warning("The lasso of " + unsolved
                + " pairs of models was not solved within its rounds; a larger alpha helps.");
    }
}
