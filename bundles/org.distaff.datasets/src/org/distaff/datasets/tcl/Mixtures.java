package org.distaff.datasets.tcl;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.work.Listing;
import org.distaff.datasets.work.Once;

/**
 * Mixtures of sources with a segment label. The factors are the segment and each source, cut into equal levels over
 * [−range, range]; a mixture is computed from the middle of its levels, so that it is a function of the factor row.
 */
final class Mixtures implements Dataset {

    private final MixtureSettings settings;
    private final String digest;
    private final Once<Sources> sources;
    private final Once<Mixing> mixing;
    private final FactorSpace space;

    Mixtures(MixtureSettings settings, String digest) {
        this.settings = settings;
        this.digest = digest;
        this.sources = new Once<>(() -> Sources.draw(settings));
        this.mixing = new Once<>(() -> new Mixing(settings.sources(), settings.mixtures(), settings.layers(),
                settings.slope(), RandomStreams.derive(settings.seed(), "tcl/mixing")));
        List<Factor> factors = new ArrayList<>();
        factors.add(new Factor("segment", settings.segments(), FactorKind.NOMINAL));
        IntStream.rangeClosed(1, settings.sources()).forEach(i -> factors.add(
                new Factor("source-" + i, settings.levels(), FactorKind.CONTINUOUS)));
        this.space = new FactorSpace(factors);
    }

    @Override
    public FactorSpace factors() {
        return space;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(1, 1, settings.mixtures());
    }

    @Override
    public ObservationKind kind() {
        return ObservationKind.VECTOR;
    }

    @Override
    public Optional<int[]> rows() {
        return Optional.of(sources.get().rows());
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        double range = sources.get().range();
        double[] values = new double[settings.sources()];
        for (int row = 0; row < factorRows.length; row += space.count()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Listing.value(factorRows[row + 1 + i], -range, range, settings.levels());
            }
            for (double mixture : mixing.get().mix(values)) {
                double noise = settings.noise() == 0 ? 0 : settings.noise() * nuisance.nextGaussian();
                target.put((float) (mixture + noise));
            }
        }
    }
}
