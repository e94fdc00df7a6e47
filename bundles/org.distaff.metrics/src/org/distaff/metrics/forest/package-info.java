/** Random forests of classification trees, and the importance they give to each latent. */
package org.distaff.metrics.forest;
