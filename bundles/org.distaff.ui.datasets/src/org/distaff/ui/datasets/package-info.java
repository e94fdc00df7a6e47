/** The data sets view: any data set's observations by factor. */
package org.distaff.ui.datasets;
