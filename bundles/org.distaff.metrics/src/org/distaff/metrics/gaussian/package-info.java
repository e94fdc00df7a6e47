/** Metrics of how dependent latents are among themselves, without regard to factors. */
package org.distaff.metrics.gaussian;
