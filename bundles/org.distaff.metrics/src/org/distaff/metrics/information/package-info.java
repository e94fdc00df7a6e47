/** information. */
package org.distaff.metrics.information;
