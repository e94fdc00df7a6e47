/** Measures that hold several trained models against each other. */
package org.distaff.metrics.comparison;
