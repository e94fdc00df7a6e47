/** factorvae. */
package org.distaff.metrics.factorvae;
