/** Flow through porous ground. */
package org.distaff.datasets.darcy;
