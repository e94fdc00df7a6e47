/** Derived random streams. */
package org.distaff.core.random;
