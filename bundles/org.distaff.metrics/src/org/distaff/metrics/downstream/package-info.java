/** Metrics that learn tasks from codes and ask how well, and from how few examples. */
package org.distaff.metrics.downstream;
