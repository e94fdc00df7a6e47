/** The data sets view through real events. */
package org.distaff.ui.tests.datasets;
