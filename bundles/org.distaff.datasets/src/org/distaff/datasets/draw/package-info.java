/** Drawing flat scenes, the same bytes on every machine. */
package org.distaff.datasets.draw;
