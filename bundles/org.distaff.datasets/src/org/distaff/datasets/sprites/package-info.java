/** sprites. */
package org.distaff.datasets.sprites;
