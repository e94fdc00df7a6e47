package org.distaff.metrics.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.information.Contingency;
import org.distaff.metrics.information.NearestNeighbourInformation;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * InfoMEC: modularity, explicitness and compactness from normalised mutual information and linear predictability. At
 * most 1, 0 when nothing is learnt, higher is better. Hsu, Dorrell, Whittington, Wu and Finn, Disentanglement via
 * Latent Quantization, NeurIPS 2023, section 5.
 */
public final class InfoMec implements Metric {

    private static final int NEIGHBOURS = 10;
    /** A latent is active when its range is at least this share of the largest. */
    private static final double ACTIVE = 1 / 20.0;

    @Override
    public Description describe() {
        return Description.of("info-mec", "InfoMEC")
                .version("3")
                .summary("Modularity, explicitness and compactness from information and linear predictability")
                .help("""
                        NMI[k, d] = I(y_k; z_d) / H(y_k) for the active latents. modularity (InfoM) is the mean over \
                        latents of max_k NMI / Σ_k NMI, rescaled so that 1/K becomes 0; compactness (InfoC) the mean \
                        over factors of max_d NMI / Σ_d NMI, rescaled so that 1/D becomes 0. explicitness (InfoE) is \
                        the mean over factors of 1 − H_1 / H_0, where H_1 is the log loss of a logistic regression on \
                        the standardised codes (classes weighted equally, no penalty, at most 100 steps) and H_0 that \
                        of guessing. All are at most 1; higher is better.

                        latents=continuous estimates the information by Ross's nearest neighbours (10), in nats, and \
                        calls a latent active when its range exceeds a twentieth of the largest. latents=discrete \
                        takes every distinct code value as a symbol, for quantised codes: plug-in estimate, one-hot \
                        codes in the regression, and a latent is active when it varies.

                        Codes are [N, D]. Where points repeat and carry their own noise, the neighbours recognise the \
                        points and information is overestimated. The loss is that of the training points. A latent \
                        that tells nothing, or a factor that nothing tells about, counts as spread evenly, where Hsu \
                        et al.'s code has no result. Cost O(N log N · D K) and 100 · O(N D Σ_k n_k). compactness is \
                        undefined with a single active latent.""")
                .reference("Hsu, Dorrell, Whittington, Wu, Finn, Disentanglement via Latent Quantization, NeurIPS "
                        + "2023, section 5")
                .reference("Ross, Mutual Information between Discrete and Continuous Data Sets, PLoS ONE 2014")
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("points"))
                .parameter(Parameter.choice("latents", "continuous", "discrete").meaning("what the latents are"))
                .score(ScoreMeaning.higher("modularity", Double.NEGATIVE_INFINITY, 1,
                        "whether each active latent tells about one factor only"))
                .score(ScoreMeaning.higher("explicitness", Double.NEGATIVE_INFINITY, 1,
                        "share of the guessing loss that linear probes save"))
                .score(ScoreMeaning.higher("compactness", Double.NEGATIVE_INFINITY, 1,
                        "whether each factor is told by one active latent only"))
                .score(ScoreMeaning.neither("active-latents", 0, Double.POSITIVE_INFINITY, "latents that vary enough"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation points = FiniteCodes.require(
                evaluation.points().all(evaluation.parameters().integer("numTrain")));
        boolean continuous = evaluation.parameters().text("latents").equals("continuous");
        int[] active = active(points, continuous);
        int factors = points.space().count();
        double[][] shares = new double[points.latents()][factors];
        double[] explicitness = new double[factors];
        double[] rows = continuous ? Standardiser.of(points.codes(), points.latents()).apply(points.codes())
                : OneHot.rows(points);
        try (Workers workers = new Workers(evaluation.threads())) {
            workers.each(points.latents(), d -> {
                progress.check();
                shares[d] = continuous ? continuous(points, d, evaluation) : discrete(points, d);
            });
            workers.each(factors, (long) Double.BYTES * rows.length, (slot, k) -> {
                progress.report(0.2 + 0.8 * k / factors, "InfoMEC: fitting linear probes");
                explicitness[k] = explicitness(rows, points.factor(k), progress);
            });
        }
        double[][] live = Arrays.stream(active).mapToObj(d -> shares[d]).toArray(double[][]::new);
        Scores scores = Scores.of("modularity", rescaled(live, factors))
                .and("explicitness", Arrays.stream(explicitness).average().orElse(Double.NaN))
                .and("compactness", rescaled(transposed(live, factors), active.length))
                .and("active-latents", active.length)
                .matrix("normalised-information", Matrix.latentByFactor(points, shares))
                .matrix("explicitness", new Matrix(List.of("explicitness"),
                        points.space().factors().stream().map(f -> f.name()).toList(), new double[][] {explicitness}))
                .fact("variant", continuous ? "continuous latents" : "discrete latents").fact("points", points.points())
                .fact("estimator", (continuous ? "nearest neighbours (10)" : "plug-in")
                        + "; logistic regression without penalty, at most 100 steps");
        if (active.length < points.latents()) {
            scores = scores.warning((points.latents() - active.length) + " of " + points.latents()
                    + " latents hardly vary and are left out of InfoMEC's modularity and compactness.");
        }
        if (ignorant(live) || ignorant(transposed(live, factors))) {
            scores = scores.warning("Latents that tell nothing, and factors that nothing tells about, count as spread "
                    + "evenly in InfoMEC; the reference's is undefined then.");
        }
        if (active.length < 2 || factors < 2) {
            scores = scores.warning("InfoMEC has " + active.length + " active latents and " + factors + " factors; its "
                    + "compactness needs two latents, its modularity two factors.");
        }
        if (Arrays.stream(explicitness).anyMatch(Double::isNaN)) {
            scores = scores.warning("InfoMEC is undefined because a factor has a single value among the points; leave "
                    + "that factor out.");
        }
        return scores;
    }

    private static int[] active(Representation points, boolean continuous) {
        double[] ranges = IntStream.range(0, points.latents()).mapToDouble(d -> {
            var summary = Arrays.stream(points.latent(d)).summaryStatistics();
            return summary.getMax() - summary.getMin();
        }).toArray();
        double least = continuous ? ACTIVE * Arrays.stream(ranges).max().orElse(0) : 0;
        return IntStream.range(0, ranges.length).filter(d -> ranges[d] > least).toArray();
    }

    private static double[] continuous(Representation points, int d, Evaluation evaluation) {
        double[] values = NearestNeighbourInformation.prepare(points.latent(d),
                evaluation.random("info-mec/noise/" + d));
        NearestNeighbourInformation estimator = new NearestNeighbourInformation(NEIGHBOURS);
        return perEntropy(points, k -> estimator.of(values, points.factor(k)));
    }

    private static double[] discrete(Representation points, int d) {
        int[] symbols = OneHot.symbols(points.latent(d));
        int count = Arrays.stream(symbols).max().orElse(0) + 1;
        return perEntropy(points, k -> new Contingency(symbols, count, points.factor(k), points.space().size(k))
                .mutualInformation());
    }

    private static double[] perEntropy(Representation points, java.util.function.IntToDoubleFunction information) {
        double[] shares = new double[points.space().count()];
        for (int k = 0; k < shares.length; k++) {
            int[] values = points.factor(k);
            int size = points.space().size(k);
            double entropy = new Contingency(values, size, new int[values.length], 1).rowEntropy();
            shares[k] = information.applyAsDouble(k) / entropy;
        }
        return shares;
    }

    /** 1 − loss / loss of guessing all values alike, on the points that were fitted. */
    private static double explicitness(double[] rows, int[] truth, Progress progress) {
        int classes = (int) Arrays.stream(truth).distinct().count();
        if (classes < 2 || rows.length == 0) {
            return classes < 2 ? Double.NaN : 0;
        }
        LinearClassifier classifier = new LogisticRegression(Double.POSITIVE_INFINITY, 1e-5, 100).balanced()
                .fit(rows, rows.length / truth.length, truth, progress);
        double[][] probabilities = classifier.probabilities(rows);
        double loss = 0;
        for (int n = 0; n < truth.length; n++) {
            int c = Arrays.binarySearch(classifier.labels(), truth[n]);
            loss -= Math.log(Math.max(probabilities[n][c], Double.MIN_NORMAL)) / truth.length;
        }
        return 1 - loss / Math.log(classes);
    }

    private static boolean ignorant(double[][] rows) {
        return Arrays.stream(rows).anyMatch(row -> row.length > 0 && Arrays.stream(row).allMatch(share -> share == 0));
    }

    /** Mean over rows of the largest entry's share of the row, rescaled so that an even row counts 0. */
    private static double rescaled(double[][] rows, int columns) {
        double mean = Arrays.stream(rows).mapToDouble(row -> {
            double sum = Arrays.stream(row).sum();
            return sum == 0 ? 1.0 / columns : Arrays.stream(row).max().orElse(0) / sum;
        }).average().orElse(Double.NaN);
        return columns < 2 ? Double.NaN : (mean - 1.0 / columns) / (1 - 1.0 / columns);
    }

    private static double[][] transposed(double[][] rows, int columns) {
        return IntStream.range(0, columns).mapToObj(k -> Arrays.stream(rows).mapToDouble(row -> row[k]).toArray())
                .toArray(double[][]::new);
    }
}
