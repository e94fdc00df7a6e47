/** Mutual information between binned latents and factors, and the metrics made of it. */
package org.distaff.metrics.information;
