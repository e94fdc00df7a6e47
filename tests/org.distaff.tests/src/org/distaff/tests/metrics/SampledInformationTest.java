package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.information.JointEntropyMutualInformationGap;
import org.distaff.metrics.information.MutualInformationGap;
import org.distaff.metrics.posterior.ActiveUnits;
import org.distaff.metrics.work.Exponentials;
import org.distaff.metrics.posterior.JointInformation;
import org.distaff.metrics.posterior.PosteriorSamples;
import org.distaff.metrics.posterior.RobustMutualInformationGap;
import org.distaff.metrics.posterior.SampledInformation;
import org.distaff.metrics.posterior.SampledJointGap;
import org.distaff.metrics.posterior.Separability;
import org.distaff.metrics.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Information from samples of posteriors: against the code of Do and Tran, ICLR 2020 (numpy 2.4.6), which was given the
 * points and the noise of 200 samples of 400 posteriors, and against closed forms.
 */
class SampledInformationTest {

    /** The reference sums in float32. */
    private static final double SINGLE = 1e-4;
    private static final Golden GOLDEN = Golden.load("x_jemmig_sampling");

    private static PosteriorSamples reference() {
        double[] logVariances = Arrays.stream(GOLDEN.arrays().get("z_stddev").values()).map(s -> 2 * Math.log(s))
                .toArray();
        Representation means = new Representation(Golden.space(4, 3, 5, 2), 6, GOLDEN.arrays().get("z_mean").values(),
                Arrays.stream(GOLDEN.arrays().get("y").values()).mapToInt(y -> (int) y).toArray());
        int[] points = Arrays.stream(GOLDEN.arrays().get("rand_ids").values()).mapToInt(i -> (int) i).toArray();
        return new PosteriorSamples(new Posterior(means, logVariances), points,
                GOLDEN.arrays().get("noise").values());
    }

    private static SampledInformation information(PosteriorSamples samples, int threads) {
        try (Workers workers = new Workers(threads)) {
            return SampledInformation.of(samples, workers, Progress.NONE);
        }
    }

    private static void assertMatrix(double[][] expected, double[][] found) {
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found[i], SINGLE);
        }
    }

    @Test
    void entropiesAreTheReferences() {
        SampledInformation found = information(reference(), 1);
        assertArrayEquals(GOLDEN.vector("jemmig", "H_yk"), found.factorEntropies(), SINGLE);
        assertArrayEquals(GOLDEN.vector("jemmig", "H_zi"), found.latentEntropies(), SINGLE);
        assertArrayEquals(GOLDEN.vector("jemmig", "H_zi_cond_x"), found.givenPoint(), SINGLE);
        assertMatrix(GOLDEN.matrix("jemmig", "H_zi_yk"), found.jointEntropies());
        assertMatrix(GOLDEN.matrix("jemmig", "MI_zi_yk"), found.mutualInformation());
    }

    @Test
    void rmigAndJemmigAreTheReferences() {
        SampledInformation found = information(reference(), 1);
        Scores rmig = RobustMutualInformationGap.score(found, reference().posterior());
        assertEquals(GOLDEN.number("jemmig", "RMIG_norm"), rmig.values().get("score"), SINGLE);
        Matrix factors = rmig.matrices().get("factors");
        assertArrayEquals(GOLDEN.vector("jemmig", "RMIG_yk"), factors.values()[1], SINGLE);
        assertArrayEquals(GOLDEN.vector("jemmig", "RMIG_norm_yk"), factors.values()[2], SINGLE);
        Scores jemmig = SampledJointGap.score(found, reference().posterior(), 20);
        double[] raw = GOLDEN.vector("jemmig", "JEMMIG_yk");
        assertArrayEquals(raw, jemmig.matrices().get("factors").values()[0], SINGLE);
        assertEquals(Arrays.stream(raw).average().orElseThrow(), jemmig.values().get("raw"), SINGLE);
    }

    @Test
    void separabilityIsTheReferences() {
        PosteriorSamples samples = reference();
        double[] entropies = information(samples, 1).latentEntropies();
        JointInformation found;
        try (Workers workers = new Workers(2)) {
            found = JointInformation.of(samples, entropies, workers, Progress.NONE);
        }
        assertArrayEquals(GOLDEN.vector("sepin", "MI_zi_x"), found.each(), SINGLE);
        assertArrayEquals(GOLDEN.vector("sepin", "MI_z_not_i_x"), found.without(), SINGLE);
        assertEquals(GOLDEN.vector("sepin", "MI_z_x")[0], found.all(), SINGLE);
        Scores scores = Separability.score(found);
        assertEquals(GOLDEN.number("sepin", "WSEPIN"), scores.values().get("wsepin"), SINGLE);
        assertEquals(GOLDEN.number("sepin", "WINDIN"), scores.values().get("windin"), SINGLE);
        assertEquals(GOLDEN.number("sepin", "WSEP"), scores.values().get("wsep"), SINGLE);
        double[] sepin = Arrays.stream(scores.matrices().get("latents").values()).mapToDouble(r -> r[1]).toArray();
        assertArrayEquals(GOLDEN.vector("sepin", "SEPIN_zi"), sepin, SINGLE);
    }

    @Test
    void threadsChangeNoBit() {
        SampledInformation one = information(reference(), 1);
        SampledInformation three = information(reference(), 3);
        assertArrayEquals(one.latentEntropies(), three.latentEntropies());
        assertTrue(Arrays.deepEquals(one.jointEntropies(), three.jointEntropies()));
    }

    @Test
    void exponentialsAreExact() {
        double[] exponents = IntStream.rangeClosed(-3000, 3000).mapToDouble(i -> i / 10.0).toArray();
        double[] powers = new double[exponents.length];
        Exponentials.of(exponents, powers, powers.length);
        for (int i = 0; i < powers.length; i++) {
            // ten squarings double the rounding error of 1e-16 ten times
            assertEquals(1, powers[i] / Math.exp(exponents[i]), 1e-12, "e^" + exponents[i]);
        }
        Exponentials.of(new double[] {-1e9, Double.NEGATIVE_INFINITY}, powers, 2);
        assertTrue(powers[0] < 1e-100 && powers[1] < 1e-100, "far away is nothing");
    }

    @Test
    void relativeExponentialsAreExactWhereTheyCount() {
        double[] exponents = IntStream.rangeClosed(-800, 50).mapToDouble(i -> i / 10.0).toArray();
        double[] highest = new double[exponents.length];
        java.util.Arrays.fill(highest, 5);
        double[] powers = exponents.clone();
        double[] sums = new double[exponents.length];
        java.util.Arrays.fill(sums, 1);
        Exponentials.relative(powers, highest, sums);
        for (int i = 0; i < powers.length; i++) {
            // beside the rounding, ten times doubled, the series leaves at most 1e-13, at differences of about 6
            assertEquals(Math.exp(exponents[i] - 5), powers[i], 5e-13, "e^" + (exponents[i] - 5));
            assertEquals(1 + powers[i], sums[i], 0);
        }
    }

    /** Two coins, the first coded at ±1 with σ = 1/10, the other at ±1 with σ = 1/10, and a latent without meaning. */
    private static Posterior coins() {
        int n = 64;
        double[] means = new double[n * 3];
        int[] factors = new int[n * 2];
        double[] logVariances = new double[n * 3];
        for (int i = 0; i < n; i++) {
            factors[2 * i] = i & 1;
            factors[2 * i + 1] = i >> 1 & 1;
            means[3 * i] = 2 * (i & 1) - 1;
            means[3 * i + 1] = 2 * (i >> 1 & 1) - 1;
            logVariances[3 * i] = 2 * Math.log(0.1);
            logVariances[3 * i + 1] = 2 * Math.log(0.1);
        }
        return new Posterior(new Representation(Golden.space(2, 2), 3, means, factors), logVariances);
    }

    @Test
    void coinsAreKnownAndNoiseKnowsNothing() {
        Posterior posterior = coins();
        SampledInformation found = information(PosteriorSamples.draw(posterior, 500, RandomStreams.derive(3, "t")), 1);
        double[][] information = found.mutualInformation();
        // ±1 with σ = 1/10 overlap by e^-200: q(z) is exactly half of q(z|y), whatever was drawn
        assertEquals(Math.log(2), information[0][0], 1e-9);
        assertEquals(Math.log(2), information[1][1], 1e-9);
        // of four equal components two have the value, so the ratio is 1/2 for every sample
        assertEquals(0, information[0][1], 1e-9);
        assertEquals(0, information[2][0], 1e-9);
        assertEquals(1, RobustMutualInformationGap.score(found, posterior).values().get("score"), 1e-9);
        // all components of the third latent are N(0, 1): H = H(z|x) sample by sample
        assertEquals(found.givenPoint()[2], found.latentEntropies()[2], 1e-9);
    }

    @Test
    void standardNormalPosteriorsTellNothing() {
        Posterior posterior = new Posterior(new Representation(Golden.space(5), 4, new double[400],
                IntStream.range(0, 100).map(i -> i % 5).toArray()), new double[400]);
        Scores scores = measure(new Separability(), Map.of("samples", 300), posterior);
        // q(z) = q(z|x): all information is 0 sample by sample, and the weights vanish
        assertEquals(0, scores.values().get("information"), 1e-9);
        for (double[] row : scores.matrices().get("latents").values()) {
            assertArrayEquals(new double[4], row, 1e-9);
        }
    }

    @Test
    void separateLatentsAddUp() {
        // two coins: I(z; x) = 2 ln 2, each latent is worth ln 2, and nothing is shared
        Scores scores = measure(new Separability(), Map.of("samples", 2000), coins());
        assertEquals(2 * Math.log(2), scores.values().get("information"), 1e-9);
        assertEquals(Math.log(2), scores.values().get("wsepin"), 1e-9);
        assertEquals(Math.log(2), scores.values().get("windin"), 1e-9);
        assertEquals(0, scores.values().get("wsep"), 1e-9);
    }

    @Test
    void chensGapIsPerNumberOfValues() {
        // one coin of a factor space of four values: I = ln 2, divided by ln 4
        Posterior posterior = coins();
        Representation wide = new Representation(Golden.space(4, 2), 3, posterior.means().codes(),
                posterior.means().factors());
        Posterior four = new Posterior(wide, posterior.logVariances());
        Map<String, Object> chen = Map.of("variant", "chen", "samples", 200);
        assertEquals((0.5 + 1) / 2, measure(new MutualInformationGap(), chen, four).values().get("score"), 1e-9);
        Scores second = measure(new MutualInformationGap(),
                Map.of("variant", "chen", "samples", 200, "factors", " factor1"), four);
        assertEquals(1, second.values().get("score"), 1e-9);
        assertEquals(List.of("factor1"), second.facts().get("factors"));
    }

    @Test
    void jemmigOfBothVariantsIsComparable() {
        // a uniform factor of 20 values coded by its value, σ of a third of a step: the posterior fills the bins
        int n = 2000;
        double[] means = new double[n * 2];
        double[] logVariances = new double[n * 2];
        int[] factors = new int[n];
        for (int i = 0; i < n; i++) {
            factors[i] = i % 2;
            means[2 * i] = i % 2 + (i / 2 + 0.5) / n;
            logVariances[2 * i] = 2 * Math.log(1e-3);
        }
        Posterior posterior = new Posterior(new Representation(Golden.space(2), 2, means, factors), logVariances);
        Scores sampled = measure(new JointEntropyMutualInformationGap(),
                Map.of("variant", "monte-carlo", "samples", 4000, "bins", 30), posterior);
        // z_0 is uniform on two stretches of length 1/2: h(z_0, y) = ln 1, I = ln 2 and the second latent tells nothing
        assertEquals(-Math.log(2), sampled.values().get("raw"), 0.01, "the ends of the stretches are blurred");
        // the stretches span 3/2: 20 bins of 1/20 are filled evenly, so the discrete joint entropy is ln 20
        double expected = 1 - (Math.log(20) - Math.log(2)) / (Math.log(2) + Math.log(30));
        assertEquals(expected, sampled.values().get("score"), 0.005, "raw / ln 60");
        Scores histogram = measure(new JointEntropyMutualInformationGap(), Map.of("bins", 30), posterior);
        assertEquals(expected, histogram.values().get("score"), 0.01, "bins at the edges are cut");
    }

    @Test
    void activeUnitsAreCountedInMeans() {
        Golden misc = Golden.load("x_misc");
        int n = misc.arrays().get("mu").shape()[0];
        Posterior posterior = new Posterior(new Representation(Golden.space(2), 10,
                misc.arrays().get("mu").values(), new int[n]), misc.arrays().get("logvar").values());
        Scores scores = measure(new ActiveUnits(), Map.of(), posterior);
        assertEquals(misc.number("active_units_var_gt_0.01_ddof0"), scores.values().get("score"));
        double[] kl = Arrays.stream(scores.matrices().get("latents").values()).mapToDouble(r -> r[1]).toArray();
        assertArrayEquals(misc.vector("kl_per_dim_mean"), kl, 1e-12);
        // codes without posteriors are taken for means
        Scores codes = Golden.score(new ActiveUnits(), Map.of(), posterior.means(), null);
        assertEquals(scores.values(), codes.values());
        assertEquals("codes", codes.facts().get("variant"));
    }

    private static Scores measure(Metric metric, Map<String, ?> parameters, Posterior posterior) {
        Points points = new Points(new CodeTable(posterior.means(), posterior), null, 0);
        return metric.evaluate(new Evaluation(points, Parameters.of(metric, parameters), 1), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(classes = {RobustMutualInformationGap.class, Separability.class})
    void withoutPosteriorsScoresAreNanWithASentence(Class<? extends Metric> type) throws ReflectiveOperationException {
        Scores scores = Golden.score(type.getConstructor().newInstance(), Map.of(), coins().means(), null);
        assertTrue(scores.values().values().stream().allMatch(v -> Double.isNaN(v)), scores.values().toString());
        assertEquals(1, scores.warnings().size());
    }

    @Test
    void otherVariantsWithoutPosteriorsAreNanWithASentence() {
        Scores mig = Golden.score(new MutualInformationGap(), Map.of("variant", "chen"), coins().means(), null);
        Scores jemmig = Golden.score(new JointEntropyMutualInformationGap(), Map.of("variant", "monte-carlo"),
                coins().means(), null);
        for (Scores scores : List.of(mig, jemmig)) {
            assertTrue(Double.isNaN(scores.values().get("score")));
            assertEquals(1, scores.warnings().size());
        }
    }
}
