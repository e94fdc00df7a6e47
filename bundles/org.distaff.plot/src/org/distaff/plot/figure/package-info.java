/** The figures: curves, heat maps. */
package org.distaff.plot.figure;
