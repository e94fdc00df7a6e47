package org.distaff.datasets.modifier;

/**
 * How each value along an axis is made of the values of another length: {@code to[i] = Σ weight · from[first + j]}.
 *
 * @param first  index of the first value that counts, for each new value
 * @param weight weights from there on; they add up to 1
 */
record AxisWeights(int[] first, float[][] weight) {

    /** Each new value is the mean over its share of the axis. */
    static AxisWeights area(int from, int to) {
        int[] first = new int[to];
        float[][] weight = new float[to][];
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            double start = i * step;
            double end = Math.min(from, (i + 1) * step);
            first[i] = Math.min(from - 1, (int) start);
            weight[i] = new float[Math.max(1, (int) Math.ceil(end) - first[i])];
            for (int j = 0; j < weight[i].length; j++) {
                double covered = Math.min(end, first[i] + j + 1) - Math.max(start, first[i] + j);
                weight[i][j] = (float) (Math.max(0, covered) / step);
            }
        }
        return new AxisWeights(first, weight);
    }

    /** Each new value is interpolated at its centre, positions being {@code start + (i + ½) · length / to}. */
    static AxisWeights bilinear(int from, double start, double length, int to) {
        int[] first = new int[to];
        float[][] weight = new float[to][];
        for (int i = 0; i < to; i++) {
            double centre = Math.clamp(start + (i + 0.5) * length / to - 0.5, 0, from - 1);
            first[i] = Math.min((int) centre, Math.max(0, from - 2));
            float right = (float) (centre - first[i]);
            weight[i] = from == 1 ? new float[] {1} : new float[] {1 - right, right};
        }
        return new AxisWeights(first, weight);
    }

    int size() {
        return first.length;
    }

    /** Resamples one image plane of {@code height × width} values that begin at {@code start}; rows by columns. */
    static void resample(float[] values, int start, int width, AxisWeights rows, AxisWeights columns, float[] result,
            int at) {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                float sum = 0;
                for (int a = 0; a < rows.weight[i].length; a++) {
                    int line = start + (rows.first[i] + a) * width + columns.first[j];
                    float across = 0;
                    for (int b = 0; b < columns.weight[j].length; b++) {
                        across += columns.weight[j][b] * values[line + b];
                    }
                    sum += rows.weight[i][a] * across;
                }
                result[at + i * columns.size() + j] = sum;
            }
        }
    }
}
