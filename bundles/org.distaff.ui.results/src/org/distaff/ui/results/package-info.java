/** Parts of the workbench. */
package org.distaff.ui.results;
