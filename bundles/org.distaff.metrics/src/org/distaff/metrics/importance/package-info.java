/** importance. */
package org.distaff.metrics.importance;
