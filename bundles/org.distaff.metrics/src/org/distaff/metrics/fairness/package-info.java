/** Whether predictions from codes depend on factors that they should not depend on. */
package org.distaff.metrics.fairness;
