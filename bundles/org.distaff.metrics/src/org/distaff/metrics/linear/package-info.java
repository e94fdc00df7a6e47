/** Linear classifiers on codes, and the metrics that ask how well they do. */
package org.distaff.metrics.linear;
