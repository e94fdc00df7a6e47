/** Models that calibrate what scores mean. */
package org.distaff.models.calibration;
