package org.distaff.datasets.imagetone;

/**
 * 32 triangular bands of equal width and overlap in mel, 2595 log10(1 + f / 700) of f in Hz (Davis and Mermelstein,
 * Comparison of Parametric Representations for Monosyllabic Word Recognition in Continuously Spoken Sentences, IEEE
 * Transactions on Acoustics, Speech, and Signal Processing 28, 1980), from 100 to 4,000 Hz.
 */
final class MelBands {

    /** Number of bands. */
    static final int COUNT = 32;

    private static final double LOWEST = 100;
    private static final double HIGHEST = 4000;
    /** What is 60 dB and more below a sine of amplitude 1 counts as silence. */
    private static final double RANGE = 60;

    /** {@code bands × bins} weights. */
    private final double[][] weights = new double[COUNT][Spectrum.SAMPLES / 2 + 1];

    /** @param rate samples a second */
    MelBands(double rate) {
        double from = mel(LOWEST);
        double width = (mel(HIGHEST) - from) / (COUNT + 1);
        for (int band = 0; band < COUNT; band++) {
            for (int k = 0; k < weights[band].length; k++) {
                double distance = Math.abs(mel(k * rate / Spectrum.SAMPLES) - from - (band + 1) * width);
                weights[band][k] = Math.max(0, 1 - distance / width);
            }
        }
    }

    private static double mel(double frequency) {
        return 2595 * StrictMath.log10(1 + frequency / 700);
    }

    /** The level of a band: 1 for a power of 1, 0 for 60 dB less, linear in dB between. */
    double level(double[] power, int band) {
        double sum = 1e-12;
        for (int k = 0; k < power.length; k++) {
            sum += weights[band][k] * power[k];
        }
        return Math.clamp(1 + 10 * StrictMath.log10(sum) / RANGE, 0, 1);
    }
}
