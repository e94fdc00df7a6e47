package org.distaff.datasets.imagetone;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;

/** Contributes {@code image-tone}. */
public final class ImageToneProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("image-tone", "Seen, heard and read digits")
                .summary("Digits as a picture, a spectrogram and letters side by side, for multimodal learning")
                .help("""
                        An observation is one vector of 1,554 values with three parts. 'image', 28 × 28 in [0, 1]: a digit \
                        of strokes, rotated by −30° to 30°, scaled by 0.7 to 1.2, 1.5 to 3.75 pixels thick. 'tone', 32 × 20 \
                        in [0, 1]: log-mel spectrogram of a formant-like sound, lowest band first, 1 at full scale and 0 at \
                        −60 dB; sampled at 8 kHz, frames of 256 samples under Hann's window every 160, mel bands from 100 \
                        to 4,000 Hz. 'letters', 5 × 26: the word, a row for each letter.

                        The digit causes all three parts. Rotation, scale and thickness change the image only; pitch (100 \
                        to 238 Hz, a quarter of an octave a step) and duration (240 to 400 ms) the tone only. Hiss and \
                        background noise are drawn anew for every observation. The digits are drawn and the tones \
                        synthesised here: they stand in for MNIST and recorded speech and are neither.""")
                .reference("Barari and Kim, Linking Sparse Coding Dictionaries for Representation Learning, International "
                        + "Conference on Rebooting Computing 2021")
                .reference("Peterson and Barney, Control Methods Used in a Study of the Vowels, Journal of the Acoustical "
                        + "Society of America 24, 1952, table II")
                .parameter(Parameter.real("noise", 0.01).range(0, 1)
                        .meaning("standard deviation of background noise in the tone, as a part of full scale"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        return new ImageTone(parameters.real("noise"), "image-tone/1/" + parameters);
    }
}
