/** linear. */
package org.distaff.metrics.linear;
