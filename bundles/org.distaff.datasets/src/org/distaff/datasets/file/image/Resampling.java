package org.distaff.datasets.file.image;

/**
 * Resizing by separable filters whose support grows with the reduction, so that nothing aliases. The arithmetic is
 * Pillow's for 8 bits (weights of 22 binary places, rows before columns, rounding after each), because the published
 * data sets were made with it; results are equal byte by byte.
 */
public enum Resampling {

    /** sinc(x) sinc(x/3) for |x| &lt; 3; Pillow's LANCZOS, formerly ANTIALIAS. */
    LANCZOS(3) {
        @Override
        double weight(double x) {
            return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    },
    /** Keys' cubic convolution with a = −½; Pillow's BICUBIC. */
    BICUBIC(2) {
        @Override
        double weight(double x) {
            double a = -0.5;
            double d = Math.abs(x);
            if (d < 1) {
                return ((a + 2) * d - (a + 3)) * d * d + 1;
            }
            return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
        }
    };

    private static final int PRECISION = 22;

    private final double support;

    Resampling(double support) {
        this.support = support;
    }

    abstract double weight(double x);

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(x * Math.PI) / (x * Math.PI);
    }

    /** The picture at another size. */
    public Picture resize(Picture picture, int width, int height) {
        Picture wide = width == picture.width() ? picture : along(picture, width, false);
        return height == picture.height() ? wide : along(wide, height, true);
    }

    /** The picture made to fit into a frame, its sides in proportion; never larger than it was (PIL.Image.thumbnail). */
    public Picture fit(Picture picture, int width, int height) {
        if (picture.width() <= width && picture.height() <= height) {
            return picture;
        }
        double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
        return resize(picture, Math.max(1, Math.min(width, (int) Math.round(picture.width() * scale))),
                Math.max(1, Math.min(height, (int) Math.round(picture.height() * scale))));
    }

    private Picture along(Picture picture, int size, boolean columns) {
        int from = columns ? picture.height() : picture.width();
        int width = columns ? picture.width() : size;
        int height = columns ? size : picture.height();
        int channels = picture.channels();
        byte[] source = picture.values();
        byte[] target = new byte[width * height * channels];
        int step = columns ? picture.width() * channels : channels;
        double scale = (double) from / size;
        double stretch = Math.max(1, scale);
        for (int i = 0; i < size; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support * stretch + 0.5));
            int last = Math.min(from, (int) (centre + support * stretch + 0.5));
            int[] weights = weights(centre, first, last, stretch);
            for (int line = 0; line < (columns ? width : height); line++) {
                for (int c = 0; c < channels; c++) {
                    int at = (columns ? line * channels : line * picture.width() * channels) + first * step + c;
                    int sum = 1 << PRECISION - 1;
                    for (int weight : weights) {
                        sum += (source[at] & 0xFF) * weight;
                        at += step;
                    }
                    int place = columns ? i * width + line : line * width + i;
                    target[place * channels + c] = (byte) Math.max(0, Math.min(255, sum >> PRECISION));
                }
            }
        }
        return new Picture(width, height, channels, target);
    }

    private int[] weights(double centre, int first, int last, double stretch) {
        double[] weights = new double[last - first];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = weight((k + first - centre + 0.5) * (1 / stretch));
            sum += weights[k];
        }
        int[] fixed = new int[weights.length];
        for (int k = 0; k < weights.length; k++) {
            double exact = weights[k] / sum * (1 << PRECISION);
            fixed[k] = (int) (exact < 0 ? exact - 0.5 : exact + 0.5);
        }
        return fixed;
    }
}
