/** Metrics that look past the codes at observations and what a decoder makes of them. */
package org.distaff.metrics.image;
