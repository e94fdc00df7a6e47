package org.distaff.plot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A range of numbers along one side of a figure.
 *
 * @param low         smallest value that is shown; above 0 when logarithmic
 * @param high        largest, above {@code low}
 * @param step        between ticks: 1, 2 or 5 times a power of ten; unused when logarithmic
 * @param logarithmic whether equal ratios take equal room
 */
record Axis(double low, double high, double step, boolean logarithmic) {

    private static final int TICKS = 5;
    private static final int MOST_TICKS = 20;

    /** The range of all values that can be shown: finite ones, and positive ones when logarithmic. */
    static Axis of(List<double[]> values, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] list : values) {
            for (double value : list) {
                if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            low = logarithmic ? 0.1 : 0;
            high = 1;
        }
        double room = Math.max(1, Math.abs(high)) * 1e-9; // closer numbers than that cannot be told apart by ticks
        if (high - low < room || logarithmic && high / low < 1 + 1e-9) {
            double around = logarithmic ? low / 2 : Math.max(0.5, Math.abs(low) / 10);
            low = Math.max(low - around, -Double.MAX_VALUE);
            high = Math.min(high + around, Double.MAX_VALUE);
        }
        double raw = high / TICKS - low / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double leading = raw / power;
        return new Axis(low, high, (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10) * power, logarithmic);
    }

    boolean shows(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /** Where a value stands between two coordinates. */
    double place(double value, double from, double to) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low)
                : (value / 2 - low / 2) / (high / 2 - low / 2); // halves: the range itself may overflow
        return from + share * (to - from);
    }

    /** Values worth a tick, ascending. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (!logarithmic) {
            double first = Math.ceil(low / step - 1e-9);
            for (int i = 0; i < MOST_TICKS && (first + i) * step <= high + step * 1e-9; i++) {
                ticks.add((first + i) * step);
            }
            return ticks;
        }
        double decades = Math.log10(high / low);
        int every = (int) Math.max(1, Math.ceil(decades / TICKS));
        int[] leading = decades < 2 ? new int[] {1, 2, 5} : new int[] {1};
        for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.log10(high); decade += every) {
            for (int digit : leading) {
                double tick = digit * Math.pow(10, decade);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** A tick in as few digits as tell it from its neighbours. */
    String text(double tick) {
        double apart = logarithmic ? Math.abs(tick) : step;
        int exponent = tick == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(tick)) + 1e-9);
        int last = (int) Math.floor(Math.log10(apart) + 1e-9);
        double size = logarithmic ? tick : Math.max(Math.abs(low), Math.abs(high));
        if (tick != 0 && (size >= 1e6 || size < 1e-3)) {
            String text = String.format(Locale.ROOT, "%." + Math.clamp(exponent - last, 0, 6) + "e", tick);
            return text.replaceFirst("e\\+?(-?)0*(\\d)", "e$1$2");
        }
        return String.format(Locale.ROOT, "%." + Math.clamp(-last, 0, 9) + "f", tick == 0 ? 0.0 : tick);
    }
}
