/** Metrics that ask how many nats a latent tells about a factor: bins, contingency tables, mutual information. */
package org.distaff.metrics.information;
