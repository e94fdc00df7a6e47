/** Metrics that ask whether the set of codes that occur is a product of one set per latent. */
package org.distaff.metrics.support;
