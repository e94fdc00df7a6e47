package org.distaff.cli.bench;

/**
 * What a benchmark measured.
 *
 * @param name       what was done
 * @param cpuSeconds processor time of the whole process while it was done, all threads together
 * @param amount     how much was done
 * @param unit       what is counted ("observations")
 */
public record Measurement(String name, double cpuSeconds, double amount, String unit) {

    /** Amount per processor second. */
    public double rate() {
        return amount / cpuSeconds;
    }
}
