/** Metrics that hold one factor and ask which latent keeps still. */
package org.distaff.metrics.factorvae;
