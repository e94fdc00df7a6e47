/** Gradient-boosted classification trees with exact splits. */
package org.distaff.metrics.boosting;
