/** Casting rays at simple solids, the same bytes on every machine. */
package org.distaff.datasets.ray;
