/** Car-like solids on a turntable. */
package org.distaff.datasets.turntable;
