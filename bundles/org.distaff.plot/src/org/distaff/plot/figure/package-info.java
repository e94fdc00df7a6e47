/** figure. */
package org.distaff.plot.figure;
