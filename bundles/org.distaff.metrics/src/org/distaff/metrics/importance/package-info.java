/** Disentanglement, completeness and informativeness from importance matrices. */
package org.distaff.metrics.importance;
