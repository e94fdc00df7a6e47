/** Metrics that ask how far latents move when factors they should not depend on change. */
package org.distaff.metrics.robustness;
