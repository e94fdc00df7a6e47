/** Metrics that match latents with factors by correlation. */
package org.distaff.metrics.correlation;
