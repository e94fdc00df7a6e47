package org.distaff.cli.bench;

import java.util.List;

/**
 * What a benchmark measured.
 *
 * @param name      what was done
 * @param cost      what it took
 * @param amount    how much was done
 * @param unit      what is counted ("observations")
 * @param reference processor seconds that the field's reference took for the same; NaN when none is known
 * @param ratios    how many times faster than the reference in each round in which both took turns, ascending; empty
 *                  when they did not
 */
public record Measurement(String name, Cost cost, double amount, String unit, double reference, List<Double> ratios) {

    public Measurement {
        ratios = ratios.stream().sorted().toList();
    }

    /** A measurement that was not repeated. */
    public Measurement(String name, Cost cost, double amount, String unit, double reference) {
        this(name, cost, amount, unit, reference, List.of());
    }

    /** Processor time is counted in hundredths of a second. */
    private static final double LEAST_SECONDS = 0.05;

    /** A measurement without wall time, heap or reference. */
    public Measurement(String name, double cpuSeconds, double amount, String unit) {
        this(name, new Cost(cpuSeconds, Double.NaN, Double.NaN, Double.NaN), amount, unit, Double.NaN);
    }

    /**
     * What work took; NaN where it was not measured.
     *
     * @param cpuSeconds   processor time of the whole process meanwhile, all threads together
     * @param wallSeconds  time on the clock
     * @param liveHeapMega the most heap that was in use just after a garbage collection, in MB (10⁶ bytes): about
     *                     what is needed at once, what was kept from earlier work included
     * @param residentMega memory of the whole process afterwards, Java's own included, in MB
     */
    public record Cost(double cpuSeconds, double wallSeconds, double liveHeapMega, double residentMega) {

        /** Both, one after the other. */
        Cost plus(Cost other) {
            return new Cost(cpuSeconds + other.cpuSeconds, wallSeconds + other.wallSeconds,
                    Math.max(liveHeapMega, other.liveHeapMega), Math.max(residentMega, other.residentMega));
        }
    }

    public double cpuSeconds() {
        return cost.cpuSeconds;
    }

    /** Processor milliseconds for one of what is counted; NaN when the work was too short for the clock's ticks. */
    public double millisEach() {
        return cpuSeconds() < LEAST_SECONDS ? Double.NaN : 1000 * cpuSeconds() / amount;
    }

    /** Amount per processor second. */
    public double rate() {
        return amount / cpuSeconds();
    }

    /** How many times faster than the reference, in processor time, the median over rounds; NaN when there is none. */
    public double ratio() {
        return ratios.isEmpty() ? reference / cpuSeconds()
                : (ratios.get((ratios.size() - 1) / 2) + ratios.get(ratios.size() / 2)) / 2;
    }
}
