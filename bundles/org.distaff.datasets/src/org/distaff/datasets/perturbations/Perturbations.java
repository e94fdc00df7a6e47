package org.distaff.datasets.perturbations;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.work.Listing;
import org.distaff.datasets.work.Once;

/**
 * Counts of cells with the perturbation of each and either its latents, cut into equal levels over the range of the
 * data, or whether the perturbation targets each latent.
 */
final class Perturbations implements Dataset {

    /** Cells of perturbations from {@code from} to {@code to} − 1, all of them in one table. */
    private record Opened(Cells cells, ListedFactors factors, int first) {
    }

    private static final int LEVELS = 1024;

    private final SimulatorSettings settings;
    private final boolean targets;
    private final int from;
    private final int to;
    private final String digest;
    private final FactorSpace space;
    private final Once<Opened> opened = new Once<>(this::simulate);

    Perturbations(SimulatorSettings settings, boolean targets, int from, int to, String digest) {
        this.settings = settings;
        this.targets = targets;
        this.from = from;
        this.to = to;
        this.digest = digest;
        List<Factor> factors = new ArrayList<>();
        factors.add(new Factor("perturbation", settings.perturbations(), FactorKind.NOMINAL));
        for (int j = 1; j <= settings.latents(); j++) {
            factors.add(targets ? new Factor("target-" + j, 2, FactorKind.NOMINAL, List.of("no", "yes"))
                    : new Factor("latent-" + j, LEVELS, FactorKind.CONTINUOUS));
        }
        this.space = new FactorSpace(factors);
    }

    private Opened simulate() {
        Cells cells = Cells.simulate(settings);
        double range = Arrays.stream(cells.latents()).map(Math::abs).max().orElseThrow();
        int p = settings.latents();
        int first = from * settings.cells();
        int[] rows = new int[(to - from) * settings.cells() * (p + 1)];
        for (int n = 0; n < rows.length / (p + 1); n++) {
            int perturbation = (first + n) / settings.cells();
            rows[n * (p + 1)] = perturbation;
            for (int j = 0; j < p; j++) {
                rows[n * (p + 1) + 1 + j] = targets ? cells.design().targets(perturbation, j) ? 1 : 0
                        : Listing.level(cells.latents()[(first + n) * p + j], -range, range, LEVELS);
            }
        }
        return new Opened(cells, new ListedFactors(space, rows), first);
    }

    @Override
    public FactorSpace factors() {
        return space;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(1, 1, settings.genes());
    }

    @Override
    public ObservationKind kind() {
        return ObservationKind.COUNTS;
    }

    @Override
    public Optional<int[]> rows() {
        return Optional.of(opened.get().factors.rows());
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        Opened here = opened.get();
        int k = space.count();
        for (int at = 0; at < factorRows.length; at += k) {
            int cell = here.first + here.factors.observation(Arrays.copyOfRange(factorRows, at, at + k), nuisance);
            for (int g = 0; g < settings.genes(); g++) {
                target.put(here.cells.counts()[cell * settings.genes() + g]);
            }
        }
    }
}
