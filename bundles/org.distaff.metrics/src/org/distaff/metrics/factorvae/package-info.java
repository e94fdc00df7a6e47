/** The FactorVAE score: votes of the least varying latent. */
package org.distaff.metrics.factorvae;
