/** Figures of the plot bundle drawn on the screen, in the colours of the theme. */
package org.distaff.ui.figure;
