/** Logistic regression, standardised codes, areas under ROC curves. */
package org.distaff.metrics.linear;
