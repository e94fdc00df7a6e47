/** A solid in a coloured room. */
package org.distaff.datasets.rooms;
