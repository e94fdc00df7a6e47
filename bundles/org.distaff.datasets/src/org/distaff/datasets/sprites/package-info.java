/** Sprites: white shapes on black that vary in shape, scale, orientation and position, drawn on demand. */
package org.distaff.datasets.sprites;
