/** plot. */
package org.distaff.plot;
