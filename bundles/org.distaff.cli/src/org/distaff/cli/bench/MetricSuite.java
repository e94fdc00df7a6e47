package org.distaff.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.core.registry.Contributions;

/**
 * Every metric at its defaults on 10,000 training and 5,000 test points of ten latents over dSprites' factor space: five
 * latents follow a factor each with Gaussian noise, five are noise. All metrics share the points, as they do in a study,
 * so that work done for an earlier metric is not counted again for a later one.
 */
final class MetricSuite implements Suite {

    private static final int TRAIN = 10_000;
    private static final int TEST = 5_000;
    private static final int LATENTS = 10;
    private static final double NOISE = 0.3;

    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("shape", 3, FactorKind.NOMINAL), new Factor("scale", 6, FactorKind.ORDINAL),
            new Factor("orientation", 40, FactorKind.CIRCULAR), new Factor("x", 32, FactorKind.CONTINUOUS),
            new Factor("y", 32, FactorKind.CONTINUOUS)));

    @Override
    public List<Measurement> run(Contributions contributions, Progress progress) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        Points warm = points("warm", TRAIN / 10, TEST / 10);
        Points points = points("measured", TRAIN, TEST);
        List<Measurement> found = new ArrayList<>();
        for (Metric metric : contributions.metrics()) {
            String id = metric.describe().id();
            progress.report((double) found.size() / contributions.metrics().size(), id);
            Parameters defaults = Parameters.defaults(metric);
            metric.evaluate(new Evaluation(warm, defaults, threads), progress);
            double seconds = CpuClock
                    .seconds(() -> metric.evaluate(new Evaluation(points, defaults, threads), progress));
            found.add(new Measurement(id, seconds, 1, "evaluations"));
        }
        return found;
    }

    private static Points points(String purpose, int train, int test) {
        RandomGenerator random = RandomStreams.derive(0, "bench/metrics/" + purpose);
        return new Points(new CodeTable(codes(train, random)), codes(test, random), 0);
    }

    private static Representation codes(int points, RandomGenerator random) {
        int[] factors = SPACE.sample(points, random);
        double[] codes = new double[points * LATENTS];
        for (int n = 0; n < points; n++) {
            for (int d = 0; d < LATENTS; d++) {
                int k = d;
                double value = k < SPACE.count() ? 2.0 * factors[n * SPACE.count() + k] / SPACE.size(k) - 1 : 0;
                codes[n * LATENTS + d] = (float) (value + NOISE * random.nextGaussian());
            }
        }
        return new Representation(SPACE, LATENTS, codes, factors);
    }
}
