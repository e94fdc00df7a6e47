/** Distances between sets of points, which training presses down and metrics report. */
package org.distaff.core.geometry;
