package org.distaff.datasets.imagetone;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * A digit as a sequence of sounds that glide into each other. Voiced sounds are harmonics of a pitch under three
 * resonances; the vowels' are the means of men in Peterson and Barney (Control Methods Used in a Study of the Vowels,
 * Journal of the Acoustical Society of America 24, 1952, table II). Other sounds are high-pass noise. It is no speech, but
 * has its structure: what is said stands in the resonances, who says it in the pitch.
 */
final class SpokenDigit {

    /** Frames of a spectrogram. */
    static final int FRAMES = 20;

    private static final double RATE = 8000;
    private static final int HOP = 160;
    private static final int SAMPLES = (FRAMES - 1) * HOP + Spectrum.SAMPLES;
    private static final double[] BANDWIDTHS = {80, 110, 160};
    private static final double[] STRENGTHS = {1, 0.5, 0.25};
    private static final double LOUDNESS = 0.6;
    private static final double HISS = 0.5;

    private static final Spectrum SPECTRUM = new Spectrum();
    private static final MelBands BANDS = new MelBands(RATE);

    /** Resonances in Hz, then loudness of voice and of noise. */
    private static final double[] I = {270, 2290, 3010, 1, 0};
    private static final double[] IH = {390, 1990, 2550, 1, 0};
    private static final double[] EH = {530, 1840, 2480, 1, 0};
    private static final double[] AH = {730, 1090, 2440, 1, 0};
    private static final double[] AW = {570, 840, 2410, 1, 0};
    private static final double[] U = {300, 870, 2240, 1, 0};
    private static final double[] UH = {640, 1190, 2390, 1, 0};
    private static final double[] R = {490, 1350, 1690, 1, 0};
    private static final double[] N = {280, 1600, 2600, 0.4, 0};
    private static final double[] V = {280, 1100, 2300, 0.4, 0.2};
    private static final double[] Z = {280, 1700, 2600, 0.4, 0.6};
    private static final double[] S = {390, 1900, 2600, 0, 1};
    private static final double[] F = {390, 1100, 2300, 0, 0.5};
    private static final double[] PAUSE = {390, 1700, 2600, 0, 0};

    private static final double[][][] SOUNDS = {{Z, I, R, AW, U}, {U, UH, UH, N, N}, {S, PAUSE, U, U, U},
        {F, R, I, I, I}, {F, AW, AW, R, R}, {F, AH, AH, IH, V}, {S, S, IH, PAUSE, S}, {S, EH, V, UH, N},
        {EH, EH, IH, PAUSE, S}, {N, AH, AH, IH, N}};

    private SpokenDigit() {
    }

    /**
     * Writes the log-mel spectrogram: {@code 32 × 20} levels in [0, 1], the lowest band first.
     *
     * @param pitch  in Hz
     * @param frames how long it lasts, at most 20; silence follows
     * @param noise  standard deviation of background noise, as a part of full scale
     */
    static void write(int digit, double pitch, int frames, double noise, RandomGenerator nuisance, FloatBuffer target) {
        double[] samples = samples(SOUNDS[digit], pitch, frames * HOP, noise, nuisance);
        double[] levels = new double[MelBands.COUNT * FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            double[] power = SPECTRUM.power(samples, frame * HOP);
            for (int band = 0; band < MelBands.COUNT; band++) {
                levels[band * FRAMES + frame] = BANDS.level(power, band);
            }
        }
        for (double level : levels) {
            target.put((float) level);
        }
    }

    private static double[] samples(double[][] sounds, double pitch, int length, double noise, RandomGenerator nuisance) {
        double[] samples = new double[SAMPLES];
        double[] amplitudes = new double[(int) (RATE / 2 / pitch)];
        double before = 0;
        for (int t = 0; t < SAMPLES; t++) {
            double sample = noise * nuisance.nextGaussian();
            if (t < length) {
                double[] sound = between(sounds, (double) t / length);
                if (t % (HOP / 2) == 0) {
                    amplitudes(sound, pitch, amplitudes);
                }
                double hiss = nuisance.nextGaussian();
                sample += sound[3] * LOUDNESS * harmonics(amplitudes, 2 * Math.PI * pitch * t / RATE)
                        + sound[4] * HISS * (hiss - before) / 4;
                before = hiss;
            }
            samples[t] = sample;
        }
        return samples;
    }

    /** Sounds have equal shares of the time and glide into the next one over half of theirs. */
    private static double[] between(double[][] sounds, double share) {
        double place = share * sounds.length;
        int here = (int) place;
        double[] sound = sounds[here].clone();
        double glide = Math.max(0, 2 * (place - here) - 1);
        for (int i = 0; i < sound.length && here + 1 < sounds.length; i++) {
            sound[i] += glide * (sounds[here + 1][i] - sound[i]);
        }
        return sound;
    }

    /** The response of the resonances at each harmonic. */
    private static void amplitudes(double[] sound, double pitch, double[] amplitudes) {
        for (int k = 0; k < amplitudes.length; k++) {
            double frequency = (k + 1) * pitch;
            double response = 0;
            for (int f = 0; f < BANDWIDTHS.length; f++) {
                double detuned = (frequency - sound[f]) / BANDWIDTHS[f];
                response += STRENGTHS[f] / (1 + detuned * detuned);
            }
            amplitudes[k] = response;
        }
    }

    /** Σ a_k sin(k φ) by sin((k + 1) φ) = 2 cos φ sin(k φ) − sin((k − 1) φ). */
    private static double harmonics(double[] amplitudes, double phase) {
        double doubled = 2 * StrictMath.cos(phase);
        double before = 0;
        double sine = StrictMath.sin(phase);
        double sum = 0;
        for (double amplitude : amplitudes) {
            sum += amplitude * sine;
            double next = doubled * sine - before;
            before = sine;
            sine = next;
        }
        return sum;
    }
}
