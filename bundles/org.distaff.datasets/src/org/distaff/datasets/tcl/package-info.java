/** Nonlinear mixtures of sources whose spread changes between segments. */
package org.distaff.datasets.tcl;
