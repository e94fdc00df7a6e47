/** Pictures as plain arrays of colours: PNG and GIF writing, image grids. */
package org.distaff.plot.image;
