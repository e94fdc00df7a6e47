/** Optimisers as data: which rule turns gradients into steps, and with what numbers. */
package org.distaff.training.optimiser;
