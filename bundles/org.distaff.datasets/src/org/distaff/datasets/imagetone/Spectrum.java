package org.distaff.datasets.imagetone;

/** Power spectra of 256 samples under Hann's window, by the fast Fourier transform of radix 2. Thread-safe. */
final class Spectrum {

    /** Samples of a frame N. */
    static final int SAMPLES = 256;

    private final double[] window = new double[SAMPLES];
    private final double[] cosine = new double[SAMPLES / 2];
    private final double[] sine = new double[SAMPLES / 2];

    Spectrum() {
        for (int i = 0; i < SAMPLES; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / SAMPLES);
        }
        for (int i = 0; i < SAMPLES / 2; i++) {
            cosine[i] = StrictMath.cos(2 * Math.PI * i / SAMPLES);
            sine[i] = -StrictMath.sin(2 * Math.PI * i / SAMPLES);
        }
    }

    /** |X_k|² for k = 0 … N/2 of the samples from {@code start} on, scaled so that a sine of amplitude 1 peaks at 1. */
    double[] power(double[] samples, int start) {
        double[] real = new double[SAMPLES];
        double[] imaginary = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            real[Integer.reverse(i) >>> 24] = samples[start + i] * window[i];
        }
        for (int half = 1; half < SAMPLES; half *= 2) {
            for (int block = 0; block < SAMPLES; block += 2 * half) {
                for (int j = 0; j < half; j++) {
                    butterfly(real, imaginary, block + j, block + j + half, j * (SAMPLES / 2 / half));
                }
            }
        }
        double[] power = new double[SAMPLES / 2 + 1];
        double gain = 4.0 / SAMPLES; // the window's mean is a half, and a real sine has two peaks of half its amplitude
        for (int k = 0; k < power.length; k++) {
            power[k] = gain * gain * (real[k] * real[k] + imaginary[k] * imaginary[k]);
        }
        return power;
    }

    private void butterfly(double[] real, double[] imaginary, int a, int b, int turn) {
        double re = real[b] * cosine[turn] - imaginary[b] * sine[turn];
        double im = real[b] * sine[turn] + imaginary[b] * cosine[turn];
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
    }
}
