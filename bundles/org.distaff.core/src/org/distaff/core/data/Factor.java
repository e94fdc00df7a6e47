package org.distaff.core.data;

import java.util.List;

/**
 * A factor of variation with finitely many values 0 … size−1.
 *
 * @param name       name for people ("orientation")
 * @param size       number of values, at least 1
 * @param kind       how the values relate
 * @param valueNames a name for each value, or empty when the numbers speak for themselves
 */
public record Factor(String name, int size, FactorKind kind, List<String> valueNames) {

    public Factor {
        valueNames = List.copyOf(valueNames);
        if (size < 1 || !valueNames.isEmpty() && valueNames.size() != size) {
            throw new IllegalArgumentException("factor '" + name + "': " + size + " values, " + valueNames.size()
                    + " names");
        }
    }

    public Factor(String name, int size, FactorKind kind) {
        this(name, size, kind, List.of());
    }
}
