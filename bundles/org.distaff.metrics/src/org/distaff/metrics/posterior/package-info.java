/** Metrics of posteriors q(z|x): information by Monte Carlo instead of histograms of codes. */
package org.distaff.metrics.posterior;
