/** Modifiers: correlated and held-out factors, noise, sizes, colours, labels, pairs. */
package org.distaff.datasets.modifier;
