package org.distaff.metrics.posterior;

import java.util.Arrays;

import org.distaff.core.metric.Representation;

/**
 * The factor values that occur among N points, numbered through over all factors.
 *
 * @param factors number of factors K
 * @param numbers {@code N × K}, row by row: number of each point's value of each factor
 * @param shares  for each numbered value the share of the points that have it
 * @param owners  for each numbered value the factor it is of
 */
record FactorValues(int factors, int[] numbers, double[] shares, int[] owners) {

    static FactorValues of(Representation points) {
        int factors = points.space().count();
        int[] numbers = new int[points.points() * factors];
        int[] owners = new int[numbers.length];
        int count = 0;
        for (int k = 0; k < factors; k++) {
            int[] known = new int[points.space().size(k)];
            Arrays.fill(known, -1);
            for (int i = k; i < numbers.length; i += factors) {
                int value = points.factors()[i];
                if (known[value] < 0) {
                    owners[count] = k;
                    known[value] = count++;
                }
                numbers[i] = known[value];
            }
        }
        int[] times = new int[count];
        for (int number : numbers) {
            times[number]++;
        }
        return new FactorValues(factors, numbers,
                Arrays.stream(times).mapToDouble(t -> (double) t / points.points()).toArray(),
                Arrays.copyOf(owners, count));
    }

    int number(int point, int factor) {
        return numbers[point * factors + factor];
    }

    /** Share of the points that have the same value of a factor as this one. */
    double share(int point, int factor) {
        return shares[number(point, factor)];
    }

    /** H(y_k) in nats of the points. */
    double[] entropies() {
        double[] entropies = new double[factors];
        for (int v = 0; v < shares.length; v++) {
            if (shares[v] < 1) {
                entropies[owners[v]] -= shares[v] * Math.log(shares[v]);
            }
        }
        return entropies;
    }
}
