/** Predictors of a factor whose capacity can be chosen, for curves of loss against capacity. */
package org.distaff.metrics.capacity;
