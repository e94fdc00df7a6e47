/** Tests of the results view's tabs. */
package org.distaff.ui.tests.results;
