package org.distaff.datasets.perturbations;

import java.util.random.RandomGenerator;

/**
 * Which latents each perturbation shifts, and by how much.
 *
 * @param shifts {@code perturbations × latents} shifts of the latents' means; 0 for latents that are no target
 */
record Design(double[][] shifts) {

    private static final int MOST_TARGETS = 3;
    private static final double SHIFT = 5;
    private static final double SPREAD = 0.5;

    /**
     * One to three targets, drawn with replacement, so that equal draws make fewer: with 15 latents 1.91 on average.
     * Each target's shift is N(5, 0.5²) with a random sign. Perturbations of a pathway have the targets, signs and sizes
     * of its first one, the sizes changed by N(0, 0.5²).
     */
    static Design draw(SimulatorSettings settings, RandomGenerator random) {
        double[][] shifts = new double[settings.perturbations()][];
        for (int a = 0; a < shifts.length; a++) {
            boolean follows = settings.pathway() > 0 && a % settings.pathway() > 0;
            shifts[a] = follows ? jittered(shifts[a - a % settings.pathway()], random)
                    : fresh(settings.latents(), random);
        }
        return new Design(shifts);
    }

    private static double[] fresh(int latents, RandomGenerator random) {
        boolean[] target = new boolean[latents];
        for (int draws = 1 + random.nextInt(MOST_TARGETS); draws > 0; draws--) {
            target[random.nextInt(latents)] = true;
        }
        double[] shift = new double[latents];
        for (int j = 0; j < latents; j++) {
            if (target[j]) {
                double size = SHIFT + SPREAD * random.nextGaussian();
                shift[j] = random.nextBoolean() ? size : -size;
            }
        }
        return shift;
    }

    private static double[] jittered(double[] first, RandomGenerator random) {
        double[] shift = first.clone();
        for (int j = 0; j < shift.length; j++) {
            shift[j] += shift[j] == 0 ? 0 : SPREAD * random.nextGaussian();
        }
        return shift;
    }

    boolean targets(int perturbation, int latent) {
        return shifts[perturbation][latent] != 0;
    }
}
