package org.distaff.datasets.perturbations;

import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;

/**
 * Simulated cells, those of the first perturbation first.
 *
 * @param design  what each perturbation does
 * @param latents {@code cells × latents} values z
 * @param counts  {@code cells × genes} transcripts
 */
record Cells(Design design, double[] latents, int[] counts) {

    static Cells simulate(SimulatorSettings settings) {
        Design design = Design.draw(settings, RandomStreams.derive(settings.seed(), "perturbations/design"));
        double[] latents = latents(settings, design);
        Decoder decoder = new Decoder(settings.latents(), settings.hidden(), settings.genes(),
                RandomStreams.derive(settings.seed(), "perturbations/decoder"));
        double[] rates = rates(settings, decoder, latents);
        return new Cells(design, latents, counts(settings, rates));
    }

    /** z ~ N(shift of the perturbation, 1). */
    private static double[] latents(SimulatorSettings settings, Design design) {
        RandomGenerator random = RandomStreams.derive(settings.seed(), "perturbations/cells");
        double[] latents = new double[settings.allCells() * settings.latents()];
        for (int i = 0; i < latents.length; i++) {
            int cell = i / settings.latents();
            latents[i] = design.shifts()[cell / settings.cells()][i % settings.latents()] + random.nextGaussian();
        }
        return latents;
    }

    /** Expected counts, {@code cells × genes}: logits of standard deviation 1, exponential, normalised. */
    private static double[] rates(SimulatorSettings settings, Decoder decoder, double[] latents) {
        int genes = settings.genes();
        double[] rates = new double[settings.allCells() * genes];
        double[] one = new double[settings.latents()];
        for (int cell = 0; cell < settings.allCells(); cell++) {
            System.arraycopy(latents, cell * one.length, one, 0, one.length);
            System.arraycopy(decoder.logits(one), 0, rates, cell * genes, genes);
        }
        double mean = 0;
        double square = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : rates) {
            mean += logit / rates.length;
            square += logit * logit / rates.length;
            largest = Math.max(largest, logit);
        }
        double deviation = Math.sqrt(square - mean * mean);
        double[] sums = new double[settings.perCell() ? settings.allCells() : genes];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = StrictMath.exp((rates[i] - largest) / deviation);
            sums[settings.perCell() ? i / genes : i % genes] += rates[i];
        }
        for (int i = 0; i < rates.length; i++) {
            rates[i] *= settings.depth() / sums[settings.perCell() ? i / genes : i % genes];
        }
        return rates;
    }

    private static int[] counts(SimulatorSettings settings, double[] rates) {
        int genes = settings.genes();
        double[] average = new double[genes];
        double total = 0;
        for (int i = 0; i < rates.length; i++) {
            average[i % genes] += rates[i];
            total += rates[i];
        }
        RandomGenerator random = RandomStreams.derive(settings.seed(), "perturbations/counts");
        int[] counts = new int[rates.length];
        double spread = settings.librarySpread();
        for (int cell = 0; cell < settings.allCells(); cell++) {
            double own = 0;
            for (int g = 0; g < genes; g++) {
                own += rates[cell * genes + g];
            }
            // exp(σ ε − σ²/2) has mean 1
            double size = spread == 0 ? 1 : StrictMath.exp(spread * random.nextGaussian() - spread * spread / 2);
            for (int g = 0; g < genes; g++) {
                double rate = (1 - settings.ambient()) * rates[cell * genes + g]
                        + settings.ambient() * own * average[g] / total;
                double noise = settings.dispersion() == 0 ? 1 : CountDraws.gamma(settings.dispersion(), random);
                counts[cell * genes + g] = CountDraws.poisson(rate * size * noise, random);
            }
        }
        return counts;
    }
}
