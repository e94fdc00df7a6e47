package org.distaff.datasets.tcl;

import java.util.random.RandomGenerator;

/** Base noise of the sources, each of mean 0 and variance 1. */
enum SourceKind {

    GAUSS {
        @Override
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }
    },
    LAPLACE {
        @Override
        double draw(RandomGenerator random) {
            double u = random.nextDouble() - 0.5;
            return -Math.sqrt(0.5) * Math.signum(u) * StrictMath.log1p(-2 * Math.abs(u));
        }
    },
    HYPSECANT {
        @Override
        double draw(RandomGenerator random) {
            double u = Math.max(random.nextDouble(), 0x1p-53);
            return 2 / Math.PI * StrictMath.log(StrictMath.tan(Math.PI / 2 * u));
        }
    };

    abstract double draw(RandomGenerator random);
}
