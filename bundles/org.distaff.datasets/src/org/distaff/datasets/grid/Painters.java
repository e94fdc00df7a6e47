package org.distaff.datasets.grid;

import java.util.random.RandomGenerator;

import org.distaff.datasets.file.image.Picture;

/**
 * The variants of dSprites of Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of
 * Disentangled Representations, ICML 2019, appendix H, and of van Steenkiste et al., NeurIPS 2019.
 */
public final class Painters {

    /** The shape in one colour of U(½, 1)³, on black. */
    public static final Painter COLOUR = (image, rows, at, nuisance, target) -> {
        float[] colour = {half(nuisance), half(nuisance), half(nuisance)};
        for (float channel : colour) {
            for (float pixel : image) {
                target.put(pixel * channel);
            }
        }
    };

    /** The white shape on noise of U(0, 1) per pixel and channel. */
    public static final Painter NOISE = (image, rows, at, nuisance, target) -> {
        for (int c = 0; c < 3; c++) {
            for (float pixel : image) {
                target.put(Math.min(1, pixel + nuisance.nextFloat()));
            }
        }
    };

    /** Grey levels of the background of abstract dSprites. */
    private static final float[] GREYS = {0, 0.25f, 0.5f, 0.75f, 1};

    /** Colours of its shapes: six hues of equal lightness and saturation (HUSL, lightness 0.65, saturation 0.9). */
    private static final float[][] HUES = {{0.9677975592919913f, 0.44127456009157356f, 0.5358103155058701f},
        {0.7350228985632719f, 0.5952719904750953f, 0.1944419133847522f},
        {0.3126890019504329f, 0.6928754610296064f, 0.1923704830330379f},
        {0.21044753832183283f, 0.6773105080456748f, 0.6433941168468681f},
        {0.23299120924703914f, 0.639586552066035f, 0.9260706093977744f},
        {0.9082572436765556f, 0.40195790729656516f, 0.9576909250290225f}};

    /** A shape of the colour of factor 1 on the grey of factor 0. */
    public static final Painter ABSTRACT = (image, rows, at, nuisance, target) -> {
        float grey = GREYS[rows[at]];
        float[] hue = HUES[rows[at + 1]];
        for (int c = 0; c < 3; c++) {
            for (float pixel : image) {
                target.put(pixel * hue[c] + (1 - pixel) * grey);
            }
        }
    };

    private Painters() {
    }

    private static float half(RandomGenerator random) {
        return 0.5f + 0.5f * random.nextFloat();
    }

    /**
     * The shape on a random part of a picture that is averaged with a random colour of U(0, 1)³; inside the shape the
     * background is inverted.
     *
     * @param picture a picture of three channels, larger than an observation
     */
    public static Painter scream(Picture picture) {
        return (image, rows, at, nuisance, target) -> {
            int side = (int) Math.sqrt(image.length);
            int top = nuisance.nextInt(picture.height() - side);
            int left = nuisance.nextInt(picture.width() - side);
            float[] colour = {nuisance.nextFloat(), nuisance.nextFloat(), nuisance.nextFloat()};
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < image.length; i++) {
                    int pixel = (top + i / side) * picture.width() + left + i % side;
                    float background = ((picture.values()[3 * pixel + c] & 0xFF) / 255f + colour[c]) / 2;
                    target.put(image[i] == 1 ? 1 - background : background);
                }
            }
        };
    }
}
