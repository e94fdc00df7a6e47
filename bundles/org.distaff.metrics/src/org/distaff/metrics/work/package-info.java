/** What metrics of every family need to do their work: threads, and codes that can be computed with. */
package org.distaff.metrics.work;
