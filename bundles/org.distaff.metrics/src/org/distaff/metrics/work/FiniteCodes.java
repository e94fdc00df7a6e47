package org.distaff.metrics.work;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Representation;

/** Refuses codes that nothing can be computed with, such as those of an encoder whose training diverged. */
public final class FiniteCodes {

    private FiniteCodes() {
    }

    /**
     * Returns the representation itself if it has points and all its codes are finite; looks only once per
     * representation.
     *
     * @throws Problem (input) that names the first point and latent that is NaN or infinite
     */
    public static Representation require(Representation representation) {
        if (representation.points() == 0) {
            throw Problem.input("There are no points to measure; give at least one row of codes.");
        }
        int bad = representation.derive(new Key(), FiniteCodes::firstBad);
        if (bad >= 0) {
            int d = representation.latents();
            throw Problem.input("The codes hold " + representation.codes()[bad] + " (point " + bad / d + ", latent z"
                    + bad % d + "); the model diverged or the file is damaged, so it cannot be measured.");
        }
        return representation;
    }

    private static Integer firstBad(Representation representation) {
        double[] codes = representation.codes();
        for (int i = 0; i < codes.length; i++) {
            if (!Double.isFinite(codes[i])) {
                return i;
            }
        }
        return -1;
    }

    private record Key() {
    }
}
