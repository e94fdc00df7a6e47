/** Images that stand in the order of a grid of factors, and what paints them over. */
package org.distaff.datasets.grid;
