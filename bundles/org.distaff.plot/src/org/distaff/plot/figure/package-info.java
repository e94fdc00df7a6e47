/** The figures: curves, heat maps, image grids, strips of scores. */
package org.distaff.plot.figure;
