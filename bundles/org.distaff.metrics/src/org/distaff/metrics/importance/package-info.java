/** Metrics that read disentanglement and completeness off a latent × factor matrix of importances. */
package org.distaff.metrics.importance;
