/** boosting. */
package org.distaff.metrics.boosting;
