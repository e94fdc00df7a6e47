/** Linear baselines: principal and independent components as trained models. */
package org.distaff.models.linear;
