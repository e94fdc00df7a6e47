package org.distaff.datasets.modifier;

import java.util.function.ToDoubleFunction;

/**
 * A weight that depends on some factors of a row.
 *
 * @param factors indices of these factors, ascending
 * @param weight  the weight of a whole factor row, at least 0; reads only these factors
 */
record Coupling(int[] factors, ToDoubleFunction<int[]> weight) {
}
