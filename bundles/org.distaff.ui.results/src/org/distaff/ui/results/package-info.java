/** The results view: finished cells as a table to sort, filter, group and copy. */
package org.distaff.ui.results;
