/** Figures drawn once through a small pen: SVG here, the screen in the workbench. */
package org.distaff.plot;
