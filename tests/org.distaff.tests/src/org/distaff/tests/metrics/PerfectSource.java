package org.distaff.tests.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Representation;

/** An encoder that returns the factors themselves, and remembers how many points it was asked for at a time. */
record PerfectSource(FactorSpace space, List<Integer> requests) implements CodeSource {

    PerfectSource(int... sizes) {
        this(Golden.space(sizes), new ArrayList<>());
    }

    @Override
    public int latents() {
        return space.count();
    }

    @Override
    public Representation sample(int points, RandomGenerator random) {
        return encode(space.sample(points, random));
    }

    @Override
    public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
        int[] rows = space.sample(factor.length, random);
        for (int i = 0; i < factor.length; i++) {
            rows[i * space.count() + factor[i]] = value[i];
        }
        return encode(rows);
    }

    private Representation encode(int[] rows) {
        requests.add(rows.length / space.count());
        return new Representation(space, space.count(), Arrays.stream(rows).asDoubleStream().toArray(), rows);
    }
}
