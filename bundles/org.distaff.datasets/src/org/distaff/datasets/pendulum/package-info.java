/** A pendulum, a light and its shadow. */
package org.distaff.datasets.pendulum;
