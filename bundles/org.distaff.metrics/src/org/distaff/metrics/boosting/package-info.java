/** Gradient-boosted classification trees with exact splits, and the importance they give to each latent. */
package org.distaff.metrics.boosting;
