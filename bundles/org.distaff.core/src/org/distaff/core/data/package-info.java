/** Factors of variation, observations and data sets. */
package org.distaff.core.data;
