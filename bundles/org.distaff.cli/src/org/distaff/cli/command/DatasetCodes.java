package org.distaff.cli.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.command.Invocation;
import org.distaff.core.data.Dataset;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.evaluate.Assignments;
import org.distaff.study.evaluate.BatchEncoder;
import org.distaff.study.evaluate.ChunkedEncoder;
import org.distaff.study.traverse.Traversal;

/**
 * Codes of random observations of a data set, to start traversals from and to order latents by.
 *
 * @param posterior    posteriors of the observations
 * @param observations number of observations N
 */
record DatasetCodes(ChunkedEncoder.Posterior posterior, int observations) {

    /** Enough for a mean KL that orders latents stably. */
    private static final int OBSERVATIONS = 1000;

    static DatasetCodes of(String id, BatchEncoder encoder, Invocation invocation) {
        Assignments assignments = Assignments.parse(invocation.parameters().list("parameters"));
        assignments.requireOnly(List.of(id));
        Dataset dataset = DatasetChoice.open(id, assignments.of(id), encoder.observation(),
                invocation.contributions()).dataset();
        RandomGenerator random = RandomStreams.derive((long) invocation.parameters().values().get("seed"), "traverse");
        int k = dataset.factors().count();
        int[] rows = Dataset.sample(dataset, OBSERVATIONS, random);
        return new DatasetCodes(new ChunkedEncoder(encoder).encode(OBSERVATIONS, encoder.hasLogVariance(),
                (from, to, target) -> dataset.observe(Arrays.copyOfRange(rows, from * k, to * k), random, target),
                invocation.progress()), OBSERVATIONS);
    }

    /** The prior mean, then the observations' means. */
    float[][] starts() {
        int d = posterior.latents();
        float[][] starts = new float[observations + 1][d];
        for (int n = 0; n < observations; n++) {
            starts[n + 1] = Arrays.copyOfRange(posterior.mean(), n * d, (n + 1) * d);
        }
        return starts;
    }

    /** The traversal with its latents ordered by mean KL(q(z|x) ‖ N(0, 1)), the largest first. */
    Traversal order(Traversal traversal) {
        double[] kl = kl();
        List<Integer> order = IntStream.range(0, kl.length).boxed()
                .sorted(Comparator.comparingDouble((Integer d) -> -kl[d])).toList();
        float[][][] images = order.stream().map(d -> traversal.images()[traversal.order().indexOf(d)])
                .toArray(float[][][]::new);
        return new Traversal(traversal.card(), order, kl, traversal.centre(), traversal.steps(), images);
    }

    /** ½ (μ² + σ² − ln σ² − 1), averaged; without σ² half the mean square of the code. */
    private double[] kl() {
        int d = posterior.latents();
        double[] kl = new double[d];
        for (int i = 0; i < posterior.mean().length; i++) {
            double mean = posterior.mean()[i];
            double spread = posterior.logVariance() == null ? 0
                    : Math.exp(posterior.logVariance()[i]) - posterior.logVariance()[i] - 1;
            kl[i % d] += (mean * mean + spread) / 2 / observations;
        }
        return kl;
    }
}
